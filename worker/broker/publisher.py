"""From outcomes to a committed transaction, with the checks that come before it."""

import time
from collections.abc import Sequence

from worker.broker.errors import FloodError, TooLargeError, TooLateError, UnfitError
from worker.broker.failures import RECOVERABLE, kind_of
from worker.broker.flood import FloodGuard
from worker.broker.outgoing import outgoing, too_large
from worker.broker.records import Batch, Incoming, Outgoing, offsets_after
from worker.broker.telling import Committed, Teller
from worker.broker.transaction import Transactions
from worker.model import Enriched, Outcome, Rejected
from worker.settings import Settings


class Publisher:
    """Publishes the outcomes of some records and commits their offsets, all or nothing."""

    def __init__(self, settings: Settings, transactions: Transactions, teller: Teller) -> None:
        self._settings = settings
        self._transactions = transactions
        self._teller = teller
        self._flood = FloodGuard(limits=settings.dead_letters)
        self._refused: set[tuple[str, int, int]] = set()
        """Places whose document the broker refused for its size: their records go to the dead letters instead."""

    def publish(self, part: Sequence[tuple[Incoming, Outcome]], batch: Batch) -> None:
        """Commit these records of the batch; an exception means that none of them is committed."""
        records = [self._fitting(record, outcome) for record, outcome in part]
        flood = self._flood.after(isinstance(outcome, Rejected) for _, outcome, _ in records)
        if flood.flooding:
            raise FloodError(
                f"{flood.flooding}: stopped without committing them. Look at the log and at a record of "
                f"{self._settings.topics.input} from {part[0][0].place} on; raise dead_letters.flood_* if they are bad."
            )
        started = time.monotonic()
        try:
            self._check_time(batch, started)
            self._commit(records, batch)
        except RECOVERABLE as error:
            self._teller.failed(kind_of(error))
            raise
        self._flood = flood
        self._teller.committed(records, time.monotonic() - started)

    def _check_time(self, batch: Batch, now: float) -> None:
        """T4: the group gives our partitions away when we have not polled for so long; do not even try then."""
        kafka = self._settings.kafka
        left = kafka.max_poll_interval_seconds - (now - batch.polled_at)
        if left < min(kafka.transaction_timeout_seconds, kafka.max_poll_interval_seconds / 4):
            raise TooLateError("the batch took almost as long as kafka.max_poll_interval_seconds")

    def _commit(self, records: Committed, batch: Batch) -> None:
        try:
            self._transactions.commit(
                [(record, out) for record, _, out in records],
                offsets_after([record for record, _, _ in records]),
                batch.membership,
            )
        except TooLargeError as error:
            if error.dead_letter:
                raise UnfitError(
                    f"The dead letter of {error.place} is larger than {self._settings.topics.dead_letters} takes: "
                    "raise that topic's max.message.bytes above the input's."
                ) from error
            self._refused.add(error.place)
            raise

    def _fitting(self, record: Incoming, outcome: Outcome) -> tuple[Incoming, Outcome, Outgoing | None]:
        """What becomes of the record; a document that is too large to be published becomes a dead letter."""
        out = outgoing(record, outcome, self._settings.topics)
        if out is None or not isinstance(outcome, Enriched):
            return record, outcome, out
        limit = self._settings.kafka.max_request_bytes
        if out.size > limit:
            outcome = too_large(outcome, out.size, f"kafka.max_request_bytes ({limit})")
        elif record.place in self._refused:
            outcome = too_large(outcome, out.size, f"the topic {out.topic} takes")
        return record, outcome, outgoing(record, outcome, self._settings.topics)
