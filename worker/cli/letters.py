"""Dead letters, read back from their topic."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from kafka import KafkaConsumer, TopicPartition
from kafka.consumer.fetcher import ConsumerRecord

from worker.cli.errors import UsageError

PREFIX = "news-worker-"
SAID = (
    "stage",
    "reason",
    "detail",
    "exception",
    "topic",
    "partition",
    "offset",
    "timestamp",
    "version",
    "null-headers",
)
ADDED = frozenset(PREFIX + name for name in SAID)
POLL_MILLISECONDS = 500
UNKNOWN = "unknown"
"""The reason and stage of a letter that does not say them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A rejected record: the original key, value and headers, and what the worker said of it."""

    partition: int
    offset: int
    timestamp: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]
    said: dict[str, str]

    @property
    def reason(self) -> str:
        """One of the fixed vocabulary, or `unknown` where the letter does not say."""
        return self.said.get("reason", UNKNOWN)

    @property
    def stage(self) -> str:
        """Where the record was rejected."""
        return self.said.get("stage", UNKNOWN)

    @property
    def origin(self) -> str:
        """The record's place in the input, as topic partition:offset."""
        return f"{self.said.get('topic', '?')} {self.said.get('partition', '?')}:{self.said.get('offset', '?')}"

    @property
    def time(self) -> str:
        """When it was put here, ISO 8601, UTC."""
        return datetime.fromtimestamp(self.timestamp / 1000, UTC).isoformat(timespec="seconds")


def letter(record: ConsumerRecord) -> Letter:
    """What a record of the dead-letter topic says; the worker's headers are the last, those before are original."""
    headers = [(name, value or b"") for name, value in record.headers]
    cut = len(headers)
    said: dict[str, str] = {}
    while cut and (name := headers[cut - 1][0]) in ADDED and name.removeprefix(PREFIX) not in said:
        said[name.removeprefix(PREFIX)] = headers[cut - 1][1].decode("utf-8", "replace")
        cut -= 1
    return Letter(
        partition=record.partition,
        offset=record.offset,
        timestamp=record.timestamp,
        key=record.key,
        value=record.value,
        headers=tuple(headers[:cut]),
        said=said,
    )


def read(consumer: KafkaConsumer, topic: str, start: dict[int, int] | None = None) -> Iterator[Letter]:
    """Every committed letter from `start` (the beginning) up to what was there when the reading began."""
    partitions = [TopicPartition(topic, number) for number in sorted(consumer.partitions_for_topic(topic) or ())]
    if not partitions:
        raise UsageError(f"There is no topic {topic}; `news-worker topics create` makes it.")
    consumer.assign(partitions)
    ends = consumer.end_offsets(partitions)
    begins = consumer.beginning_offsets(partitions)
    for partition in partitions:
        consumer.seek(partition, max(begins[partition], (start or {}).get(partition.partition, 0)))
    left = {partition for partition in partitions if consumer.position(partition) < ends[partition]}
    while left:
        for partition, records in consumer.poll(timeout_ms=POLL_MILLISECONDS).items():
            yield from (letter(record) for record in records if record.offset < ends[partition])
        left = {partition for partition in left if consumer.position(partition) < ends[partition]}


def at(consumer: KafkaConsumer, topic: str, partition: int, offset: int) -> Letter | None:
    """The letter at one place, if there is one."""
    place = TopicPartition(topic, partition)
    if partition not in (consumer.partitions_for_topic(topic) or ()):
        return None
    consumer.assign([place])
    if not consumer.beginning_offsets([place])[place] <= offset < consumer.end_offsets([place])[place]:
        return None
    consumer.seek(place, offset)
    while consumer.position(place) <= offset:
        for record in itertools.chain(*consumer.poll(timeout_ms=POLL_MILLISECONDS).values()):
            return letter(record) if record.offset == offset else None
    return None
