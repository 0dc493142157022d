"""What the tests of the broker loop share: settings, a processor that is a plain object, and eyes on the topics."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from prometheus_client import CollectorRegistry

from localkafka import LocalKafka
from worker.broker import Loop
from worker.broker.consumer import _incoming
from worker.broker.records import Incoming
from worker.model import Enriched, Outcome, Record, Rejected, RejectReason, Skipped, SkipReason, Stage
from worker.settings import Settings, Topics
from worker.telemetry import Health, Metrics

Message = tuple[bytes | None, bytes]
WAIT_SECONDS = 60.0
"""A bound on every wait, so that a broken guard fails a test rather than hangs it; nothing is timed by it."""


def settings(
    kafka: LocalKafka,
    topics: Topics,
    ordinal: str = "0",
    client: Mapping[str, object] | None = None,
    **sections: object,
) -> Settings:
    """Quick timings, a group of the topics' own, small transactions; `client` changes kafka's section."""
    values = {
        "kafka": {
            "bootstrap_servers": kafka.bootstrap_servers,
            "group": topics.input,
            "ordinal": ordinal,
            "session_timeout_seconds": 6.0,
            "request_timeout_seconds": 8.0,
            **(client or {}),
        },
        "topics": topics,
        "batch": {"transaction_records": 10},
        "dead_letters": {"flood_run": 10_000, "flood_window": 10_000},
        "service": {"stall_seconds": 60},
        **sections,
    }
    return Settings.model_validate(values)


class Echo:
    """Publishes a value as it is; `reject …` is rejected, the empty one skipped. Counts how often it was cancelled."""

    def __init__(self, release: threading.Event | None = None) -> None:
        self.seen: list[bytes] = []
        self.cancelled = 0
        self._release = release
        """If given, nothing comes out before it is set."""

    def outcomes(self, records: Sequence[Record]) -> Iterator[Outcome]:
        cancelled = self.cancelled
        for record in records:
            if self._release is not None:
                self._release.wait(WAIT_SECONDS)
            if self.cancelled != cancelled:
                return
            self.seen.append(record.value)
            yield self.outcome(record)

    def cancel(self) -> None:
        self.cancelled += 1

    def outcome(self, record: Record) -> Outcome:
        if not record.value:
            return Skipped(reason=SkipReason.EMPTY)
        if record.value.startswith(b"reject"):
            return Rejected(stage=Stage.DECODE, reason=RejectReason.ERROR, detail="ValueError: not an article")
        return Enriched(id=f"id-{record.value.decode()}", document=record.value, failed_steps=("times",), unread="sv")


@dataclass
class Running:
    """A loop in a thread of its own."""

    loop: Loop
    stop: threading.Event
    registry: CollectorRegistry
    thread: threading.Thread
    errors: list[BaseException] = field(default_factory=list)

    def value(self, name: str, **labels: str) -> float:
        return self.registry.get_sample_value(f"news_worker_{name}", labels) or 0.0

    def finish(self) -> None:
        """Stop it, and see that it ends in good order."""
        self.stop.set()
        self.thread.join(WAIT_SECONDS)
        assert not self.thread.is_alive()
        assert self.errors == []

    def failure(self) -> BaseException:
        """What the loop ended with."""
        self.thread.join(WAIT_SECONDS)
        assert not self.thread.is_alive()
        assert self.errors
        return self.errors[0]


def start(settings: Settings, processor: Echo | None = None, kind: type[Loop] = Loop) -> Running:
    """A loop at work in a thread."""
    registry, stop = CollectorRegistry(), threading.Event()
    loop = kind(settings, processor or Echo(), Metrics(registry), Health(60.0), stop)

    def work() -> None:
        try:
            loop.run()
        except BaseException as error:  # noqa: BLE001 - the test looks at it
            worker.errors.append(error)

    worker = Running(loop, stop, registry, threading.Thread(target=work, daemon=True))
    worker.thread.start()
    return worker


@contextmanager
def running(settings: Settings, processor: Echo | None = None, kind: type[Loop] = Loop) -> Iterator[Running]:
    """A loop that is stopped at the end of the block, and must have ended in good order."""
    worker = start(settings, processor, kind)
    try:
        yield worker
    except BaseException:
        worker.stop.set()
        raise
    worker.finish()


def until(reached: Callable[[], bool], what: str) -> None:
    """Wait for it."""
    end = time.monotonic() + WAIT_SECONDS
    while not reached():
        assert time.monotonic() < end, f"not reached: {what}"
        time.sleep(0.02)


def produce(kafka: LocalKafka, topic: str, messages: Sequence[Message], partition: int | None = None) -> None:
    """Send them all, in order."""
    with KafkaProducer(bootstrap_servers=kafka.bootstrap_servers) as producer:
        futures = [producer.send(topic, value=value, key=key, partition=partition) for key, value in messages]
        producer.flush()
        for future in futures:
            future.get(0)


def numbered(count: int, first: int = 0) -> list[Message]:
    """Values that are all different, under a few keys."""
    return [(f"k{number % 7}".encode(), f"v{number:05d}".encode()) for number in range(first, first + count)]


class Eye:
    """A read_committed reader of a whole topic, without a group."""

    def __init__(self, kafka: LocalKafka, topic: str) -> None:
        self.records: list[Incoming] = []
        self._consumer = KafkaConsumer(
            bootstrap_servers=kafka.bootstrap_servers,
            isolation_level="read_committed",
            auto_offset_reset="earliest",
            enable_auto_commit=False,
            max_partition_fetch_bytes=20_000_000,
        )
        self._consumer.assign([TopicPartition(topic, number) for number in self._consumer.partitions_for_topic(topic)])

    def read(self) -> list[bytes]:
        """Everything that is committed up to now; the values."""
        ends = self._consumer.end_offsets(list(self._consumer.assignment()))
        while any(self._consumer.position(partition) < end for partition, end in ends.items()):
            self._poll(200)
        return self.values

    def until(self, count: int) -> list[bytes]:
        """Wait for so many records, then look whether there are more."""
        end = time.monotonic() + WAIT_SECONDS
        while len(self.records) < count and time.monotonic() < end:
            self._poll(200)
        return self.read()

    @property
    def values(self) -> list[bytes]:
        return [record.value or b"" for record in self.records]

    def close(self) -> None:
        self._consumer.close()

    def _poll(self, milliseconds: int) -> None:
        for records in self._consumer.poll(milliseconds).values():
            self.records += [_incoming(record) for record in records]


@contextmanager
def watching(kafka: LocalKafka, topic: str) -> Iterator[Eye]:
    """An eye on a topic."""
    eye = Eye(kafka, topic)
    try:
        yield eye
    finally:
        eye.close()


def committed(kafka: LocalKafka, group: str, topic: str) -> dict[int, int]:
    """The group's committed offsets."""
    with KafkaConsumer(bootstrap_servers=kafka.bootstrap_servers, group_id=group, enable_auto_commit=False) as consumer:
        offsets = {
            number: consumer.committed(TopicPartition(topic, number)) for number in consumer.partitions_for_topic(topic)
        }
    return {number: offset for number, offset in offsets.items() if offset is not None}
