"""What comes in and what goes out, as values of our own: the client's have no types."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from kafka import OffsetAndMetadata, TopicPartition
from kafka.structs import ConsumerGroupMetadata

from worker.model import Record

HEADER_BYTES = 10
RECORD_BYTES = 80
"""Upper bounds of what Kafka's format adds to a header and to a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A record as it lay in the input topic. A value of None is a tombstone; a header's value may be None too."""

    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()

    @property
    def place(self) -> tuple[str, int, int]:
        """Topic, partition and offset."""
        return self.topic, self.partition, self.offset

    @property
    def size(self) -> int:
        """Bytes of the value."""
        return len(self.value or b"")

    def record(self) -> Record:
        """What the processor sees of it."""
        return Record(value=self.value or b"", headers=tuple((name, value or b"") for name, value in self.headers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A record to be published."""

    topic: str
    key: bytes | None
    value: bytes
    headers: tuple[tuple[str, bytes], ...]

    @property
    def size(self) -> int:
        """Bytes on the wire before compression, rounded up."""
        headers = sum(len(name.encode()) + len(value) + HEADER_BYTES for name, value in self.headers)
        return len(self.key or b"") + len(self.value) + headers + RECORD_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one poll gave, with the membership that the poll had; each partition's records are in order.

    `polled_at` is the monotonic time before the poll: from then on the group's patience runs.
    """

    records: tuple[Incoming, ...]
    membership: ConsumerGroupMetadata
    polled_at: float

    def first(self, count: int) -> Self:
        """Its first records, polled as they were."""
        return replace(self, records=self.records[:count])


def offsets_after(records: Sequence[Incoming]) -> dict[TopicPartition, OffsetAndMetadata]:
    """For each partition the offset after its last record: where to go on once these are done."""
    return {
        TopicPartition(record.topic, record.partition): OffsetAndMetadata(record.offset + 1, "", -1)
        for record in records
    }
