"""The topics as the host sees them: what the group has read, and what readers of committed records are given."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kafka import KafkaConsumer, TopicPartition

from worker.settings import Settings

SETTINGS = Settings()
QUIET_POLLS = 3


@dataclass(frozen=True, slots=True)
class Stream:
    """The input and output topics of a running stack."""

    bootstrap_servers: str

    def read(self) -> int:
        """How many input records the workers' group has committed."""
        with self._consumer(SETTINGS.kafka.group) as consumer:
            return sum(consumer.committed(partition) or 0 for partition in _of(consumer, SETTINGS.topics.input))

    def waiting(self) -> int:
        """How many input records the workers' group has not committed yet."""
        with self._consumer(SETTINGS.kafka.group) as consumer:
            partitions = _of(consumer, SETTINGS.topics.input)
            ends = consumer.end_offsets(partitions)
            return sum(ends[partition] - (consumer.committed(partition) or 0) for partition in partitions)

    def partitions(self) -> int:
        """How many partitions the input topic has."""
        with self._consumer(None) as consumer:
            return len(_of(consumer, SETTINGS.topics.input))

    def published(self) -> Counter[str]:
        """How often each key stands on the output topic, in committed transactions."""
        return Counter(key for key, _ in self.documents())

    def documents(self) -> list[tuple[str, bytes]]:
        """Key and value of every committed record on the output topic."""
        found: list[tuple[str, bytes]] = []
        with self._consumer(None) as consumer:
            partitions = _of(consumer, SETTINGS.topics.output)
            consumer.assign(partitions)
            consumer.seek_to_beginning(*partitions)
            quiet = 0
            while quiet < QUIET_POLLS:
                records = [record for batch in consumer.poll(timeout_ms=1000).values() for record in batch]
                quiet = 0 if records else quiet + 1
                found += [(record.key.decode(), record.value) for record in records]
        return found

    @contextmanager
    def _consumer(self, group: str | None) -> Iterator[KafkaConsumer]:
        consumer = KafkaConsumer(
            bootstrap_servers=self.bootstrap_servers,
            group_id=group,
            enable_auto_commit=False,
            isolation_level="read_committed",
        )
        try:
            yield consumer
        finally:
            consumer.close(autocommit=False)


def _of(consumer: KafkaConsumer, topic: str) -> list[TopicPartition]:
    return [TopicPartition(topic, number) for number in sorted(consumer.partitions_for_topic(topic) or ())]
