"""The output: one transaction for a group of outcomes and the offsets that they stand for."""

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress

from kafka import OffsetAndMetadata, TopicPartition
from kafka.errors import MessageSizeTooLargeError, RecordListTooLargeError, UnknownError
from kafka.structs import ConsumerGroupMetadata

from worker.broker.errors import SupersededError, TooLargeError
from worker.broker.failures import FENCES
from worker.broker.producer import Producer
from worker.broker.records import Incoming, Outgoing
from worker.broker.watchdog import Watchdog
from worker.settings import Settings


class Transactions:
    """Commits outcomes and offsets together or not at all.

    T1: after any exception out of `commit` the producer is unusable; `renew` must be called before the next.
    """

    def __init__(self, settings: Settings, watchdog: Watchdog) -> None:
        self._settings = settings
        self._watchdog = watchdog
        self._producer: Producer | None = None

    def renew(self) -> Producer:
        """A new producer, with nothing of the old one's in it; ends the transaction that the old one left open.

        T1: kafka-python keeps the offsets of a transaction that was aborted and sends them with the next one,
        which rewinds a partition that somebody else owns by then.
        """
        self.close()
        with self._watchdog.watching("start a producer"):
            producer = Producer(self._settings)
            try:
                producer.init_transactions()
            except BaseException:
                producer.drop()
                raise
        self._producer = producer
        return producer

    def commit(
        self,
        records: Sequence[tuple[Incoming, Outgoing | None]],
        offsets: Mapping[TopicPartition, OffsetAndMetadata],
        membership: ConsumerGroupMetadata,
    ) -> None:
        """Publish what is to go out, and commit the offsets as the member that read the records.

        T3: everything slow was done before; between begin and commit there are only Kafka's own answers to wait for.
        """
        producer = self._producer or self.renew()
        begun = time.monotonic()
        try:
            with self._watchdog.watching("publish in a transaction"):
                self._transact(producer, records, offsets, membership)
        except FENCES as error:
            # The broker ends a transaction that is too old by fencing its producer; this one is too young for that.
            if time.monotonic() - begun < self._settings.kafka.transaction_timeout_seconds / 2:
                raise SupersededError(str(error)) from error
            raise

    def _transact(
        self,
        producer: Producer,
        records: Sequence[tuple[Incoming, Outgoing | None]],
        offsets: Mapping[TopicPartition, OffsetAndMetadata],
        membership: ConsumerGroupMetadata,
    ) -> None:
        producer.begin_transaction()
        sent = [(record, out, _send(producer, out)) for record, out in records if out is not None]
        with suppress(UnknownError):  # a batch that the broker found too large was split; flush knows only the whole
            producer.flush()
        for record, out, future in sent:
            self._check(record, out, future)
        producer.send_offsets_to_transaction(offsets, membership)
        producer.commit_transaction()

    def close(self) -> None:
        """Drop the producer; what it had not committed will be aborted by the broker."""
        producer, self._producer = self._producer, None
        if producer is not None:
            with self._watchdog.watching("close the producer"):
                producer.drop()

    def _check(self, record: Incoming, out: Outgoing, future: object) -> None:
        """T2: `commit_transaction` returns although a record expired. Only its future knows that it is lost."""
        try:
            # Done already, unless it was in a batch that was split.
            future.get(self._settings.kafka.delivery_timeout_seconds)  # type: ignore[attr-defined]  # the client has no types
        except (MessageSizeTooLargeError, RecordListTooLargeError) as error:
            dead_letter = out.topic == self._settings.topics.dead_letters
            raise TooLargeError(record.place, dead_letter=dead_letter) from error


def _send(producer: Producer, out: Outgoing) -> object:
    return producer.send(out.topic, value=out.value, key=out.key, headers=list(out.headers))
