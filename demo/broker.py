"""Feeding the input topic, and reading what came out."""

import threading
import time
import warnings
from dataclasses import dataclass

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.errors import KafkaError

from demo.errors import DemoError
from demo.inputs import Input

READ_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A record as a topic holds it."""

    key: str
    value: bytes
    headers: dict[str, bytes]


class Feeder(threading.Thread):
    """Sends the inputs in the background, so many a second; `error` says why it ended early, if it did."""

    def __init__(self, bootstrap: str, topic: str, inputs: list[Input], rate: float) -> None:
        super().__init__(name="feeder", daemon=True)
        self.sent = 0
        self.error: KafkaError | None = None
        self._servers, self._records_topic, self._records, self._rate = bootstrap, topic, inputs, rate
        self._ended = threading.Event()

    def run(self) -> None:
        """Send all, evenly spaced, and wait until the broker has them."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the client warns of settings that do not matter here
            producer = KafkaProducer(bootstrap_servers=self._servers, acks="all", linger_ms=5, retry_backoff_ms=20)
        start = time.monotonic()
        try:
            for number, item in enumerate(self._records):
                if self._ended.wait(max(0.0, start + number / self._rate - time.monotonic())):
                    return
                producer.send(self._records_topic, key=item.id.encode(), value=item.value, headers=list(item.headers))
                self.sent = number + 1
            producer.flush(timeout=30)
        except KafkaError as error:
            self.error = error
        finally:
            producer.close(timeout=5)

    def end(self) -> None:
        """Send no more."""
        self._ended.set()
        self.join(10)


def read_committed(bootstrap: str, topic: str) -> list[Sent]:
    """All committed records of a topic, from the first to the end as it is now."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        consumer = KafkaConsumer(
            bootstrap_servers=bootstrap, isolation_level="read_committed", auto_offset_reset="earliest", group_id=None
        )
    try:
        return _read(consumer, topic)
    finally:
        consumer.close()


def _read(consumer: KafkaConsumer, topic: str) -> list[Sent]:
    partitions = [TopicPartition(topic, number) for number in sorted(consumer.partitions_for_topic(topic) or ())]
    ends = consumer.end_offsets(partitions)
    consumer.assign(partitions)
    consumer.seek_to_beginning(*partitions)
    sent: list[Sent] = []
    deadline = time.monotonic() + READ_SECONDS
    while any(consumer.position(partition) < ends[partition] for partition in partitions):
        if time.monotonic() > deadline:
            raise DemoError(f"The topic {topic} could not be read to its end within {READ_SECONDS:.0f} seconds.")
        for records in consumer.poll(timeout_ms=500).values():
            sent += [
                Sent(key=(record.key or b"").decode(), value=record.value or b"", headers=dict(record.headers))
                for record in records
            ]
    return sent
