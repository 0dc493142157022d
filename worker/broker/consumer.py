"""The input: one member of the consumer group."""

import time
from collections.abc import Mapping, Sequence

from kafka import ConsumerRebalanceListener, KafkaConsumer, TopicPartition
from kafka.errors import KafkaError
from kafka.structs import ConsumerGroupMetadata

from worker.broker.client import consumer_settings
from worker.broker.errors import MembershipError, RefusedError
from worker.broker.records import Batch, Incoming
from worker.broker.watchdog import Watchdog
from worker.settings import Settings


class Rebalances(ConsumerRebalanceListener):  # type: ignore[misc]  # the client has no types
    """Counts. T6: it does nothing else, for it runs on the client's IO thread, where a commit raises."""

    def __init__(self) -> None:
        self.count = 0

    def on_partitions_assigned(self, assigned: object) -> None:  # noqa: ARG002 - the client's signature
        """Partitions were added."""
        self.count += 1

    def on_partitions_revoked(self, revoked: object) -> None:  # noqa: ARG002 - the client's signature
        """Partitions were taken away."""
        self.count += 1

    def on_partitions_lost(self, lost: object) -> None:  # noqa: ARG002 - the client's signature
        """The group had dropped us."""
        self.count += 1


class Member:
    """Reads the input topic as a member of the group; what is committed is not its business."""

    def __init__(self, settings: Settings, watchdog: Watchdog) -> None:
        self.rebalances = Rebalances()
        self._settings = settings
        self._watchdog = watchdog
        self._consumer: KafkaConsumer | None = None

    def open(self) -> None:
        """Connect and subscribe; the group is joined by the first polls."""
        topics = self._settings.topics
        with self._watchdog.watching("connect the consumer"):
            consumer = KafkaConsumer(**consumer_settings(self._settings))
            missing = [topic for topic in topics.model_dump().values() if not consumer.partitions_for_topic(topic)]
            if missing:
                consumer.close(autocommit=False)
                raise RefusedError(f"No such topic: {', '.join(missing)}. `news-worker topics create` makes them.")
            consumer.subscribe(topics=[topics.input], listener=self.rebalances)
        self._consumer = consumer

    def poll(self, records: int, seconds: float) -> Batch | None:
        """Up to so many records, or None; never to be called while records of the last batch are uncommitted (T5)."""
        consumer = self._open_consumer()
        polled_at = time.monotonic()
        with self._watchdog.watching("poll"):
            try:
                polled = consumer.poll(timeout_ms=int(seconds * 1000), max_records=records)
            except KafkaError:
                # T16: after a record that it cannot read a consumer polls nothing more, of no partition, silently.
                self.close()
                raise
            # T4, T5: the membership that these records were given to, not the one that we may have when we commit.
            membership = self.membership()
        if not polled:
            return None
        if membership.generation_id <= 0:
            # T4: with generation -1 the broker does not ask whose the partitions are: it takes a zombie's commit.
            raise MembershipError("the group dropped this worker while it polled")
        taken = tuple(_incoming(record) for records in polled.values() for record in records)
        return Batch(records=taken, membership=membership, polled_at=polled_at)

    def membership(self) -> ConsumerGroupMetadata:
        """Who we are to the group just now."""
        return self._open_consumer().group_metadata()

    def give_back(self, records: Sequence[Incoming]) -> None:
        """Have these records polled again: those that are more than we want to take in hand."""
        consumer = self._open_consumer()
        for record in reversed(records):
            consumer.seek(TopicPartition(record.topic, record.partition), record.offset)

    def rewind(self) -> None:
        """Go back to what is committed, in every partition that we still own."""
        consumer = self._open_consumer()
        with self._watchdog.watching("read the committed offsets"):
            timeout_ms = int(self._settings.kafka.request_timeout_seconds * 1000)
            for partition in consumer.assignment():
                # As a reader of committed records this waits until our predecessor's transaction has ended (T10).
                offset = consumer.committed(partition, timeout_ms=timeout_ms)
                if offset is None:
                    consumer.seek_to_beginning(partition)
                else:
                    consumer.seek(partition, offset)

    def reopen(self) -> None:
        """Leave the group and come back as a new member."""
        self.close()
        self.open()

    def close(self) -> None:
        """Leave the group, in bounded time; the partitions are given to others at once."""
        consumer, self._consumer = self._consumer, None
        if consumer is None:
            return
        with self._watchdog.watching("leave the group"):
            try:
                consumer.close(autocommit=False, timeout_ms=int(self._settings.kafka.request_timeout_seconds * 1000))
            except KafkaError:
                return  # it could not say goodbye: the group will miss its heartbeat

    @property
    def assigned(self) -> frozenset[TopicPartition]:
        """The partitions that we own."""
        return frozenset(self._consumer.assignment()) if self._consumer else frozenset()

    def lag(self) -> Mapping[TopicPartition, int]:
        """How far the position is behind the high watermark, where both are known."""
        consumer = self._open_consumer()
        lags = {}
        for partition in consumer.assignment():
            highwater, position = consumer.highwater(partition), consumer.position(partition, timeout_ms=0)
            if highwater is not None and position is not None:
                lags[partition] = max(0, highwater - position)
        return lags

    def _open_consumer(self) -> KafkaConsumer:
        if self._consumer is None:
            self.open()
        return self._consumer


def _incoming(record: object) -> Incoming:
    """Our own value for the client's record."""
    return Incoming(
        topic=record.topic,  # type: ignore[attr-defined]  # the client's records have no types
        partition=record.partition,  # type: ignore[attr-defined]
        offset=record.offset,  # type: ignore[attr-defined]
        timestamp_ms=record.timestamp,  # type: ignore[attr-defined]
        key=record.key,  # type: ignore[attr-defined]
        value=record.value,  # type: ignore[attr-defined]
        headers=tuple(record.headers),  # type: ignore[attr-defined]
    )
