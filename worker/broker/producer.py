"""The client's transactional producer, with a bound on the calls that it lets wait for ever."""

from collections.abc import Mapping

from kafka import KafkaProducer, OffsetAndMetadata, TopicPartition
from kafka.errors import KafkaError, KafkaTimeoutError
from kafka.producer.transaction_manager import TransactionalRequestResult
from kafka.structs import ConsumerGroupMetadata

from worker.broker.client import producer_settings
from worker.settings import Settings

CLOSE_SECONDS = 1.0


class Producer(KafkaProducer):  # type: ignore[misc]  # the client has no types
    """T11: when a coordinator goes down at the wrong moment, the client drops the request and waits on for its answer.

    So no wait is longer than a transaction may take: after that the broker has ended it, whatever the answer.
    """

    def __init__(self, settings: Settings, transactional_id: str | None = None) -> None:
        super().__init__(**producer_settings(settings, transactional_id))
        self._wait_seconds = settings.kafka.transaction_timeout_seconds

    def flush(self, timeout: float | None = None) -> None:
        """Wait until every record is delivered or has failed."""
        super().flush(self._wait_seconds if timeout is None else timeout)

    def send_offsets_to_transaction(
        self, offsets: Mapping[TopicPartition, OffsetAndMetadata], group_metadata: ConsumerGroupMetadata
    ) -> None:
        """Make the offsets part of the transaction."""
        self._await("offsets", self._transaction_manager.send_offsets_to_transaction(dict(offsets), group_metadata))

    def commit_transaction(self) -> None:
        """End the transaction; after an exception it is unknown whether it was committed."""
        self._await("commit", self._transaction_manager.begin_commit())

    def drop(self) -> None:
        """Close without waiting for what is unsent, which `close` alone would do, and then leave its thread behind."""
        self._sender.force_close()
        self._sender.join(CLOSE_SECONDS)
        try:
            self.close(timeout=CLOSE_SECONDS)
        except KafkaError:
            return  # it hangs in a connection; its records are aborted by the broker

    def _await(self, what: str, result: TransactionalRequestResult) -> None:
        self._sender.wakeup()
        if not result.wait(timeout_ms=self._wait_seconds * 1000):
            raise KafkaTimeoutError(f"No answer to the {what} of a transaction within {self._wait_seconds:g} s")
