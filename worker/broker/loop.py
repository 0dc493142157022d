"""The loop: poll, process, publish and commit in one transaction, and again.

poll → snapshot of the membership → process, while no transaction is open → time left? → begin → send → flush →
check every future → send the offsets with the snapshot → commit. On any error: a new producer, back to the committed
offsets; when that fails, a new consumer too.
"""

import threading
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Protocol

from worker.broker.budget import Pace, fitting
from worker.broker.consumer import Member
from worker.broker.errors import AbandonedError
from worker.broker.failures import RECOVERABLE
from worker.broker.publisher import Publisher
from worker.broker.records import Batch, Incoming
from worker.broker.recovery import Recovery
from worker.broker.telling import Teller
from worker.broker.transaction import Transactions
from worker.broker.watchdog import Watchdog
from worker.model import Outcome, Record, Skipped, SkipReason
from worker.settings import Settings
from worker.telemetry import Health, Metrics

POLL_SECONDS = 1.0
"""A stop is noticed within so long. Not shorter: a join that is answered between two polls the client begins anew."""


class Processor(Protocol):
    """Turns records into outcomes: one each, in order; after `cancel` the iterators end and new ones may be had."""

    def outcomes(self, records: Sequence[Record]) -> Iterator[Outcome]:
        """The outcome of each record, in their order; ends early when it was cancelled."""

    def cancel(self) -> None:
        """Give up what is in hand."""


class Loop:
    """Runs until `stop` is set; then finishes and commits the batch in hand and leaves the group."""

    def __init__(
        self, settings: Settings, processor: Processor, metrics: Metrics, health: Health, stop: threading.Event
    ) -> None:
        self._settings = settings
        self._processor = processor
        self._health = health
        self._stop = stop
        self._watchdog = Watchdog(settings.service.stall_seconds)
        self._teller = Teller(metrics, health)
        self._member = Member(settings, self._watchdog)
        self._transactions = Transactions(settings, self._watchdog)
        self._publisher = Publisher(settings, self._transactions, self._teller)
        self._recovery = Recovery(settings, self._member, self._transactions)
        self._pace = Pace()

    def run(self) -> None:
        """Return when stopped in good order; a BrokerError says why it cannot go on."""
        with self._watchdog:
            try:
                while not self._stop.is_set():
                    self._turn()
            finally:
                self._processor.cancel()
                self._health.assigned = False
                self._transactions.close()
                self._member.close()

    def _turn(self) -> None:
        """One poll and all that follows from it; what can be mended is mended at the beginning of the next turn."""
        self._health.beat()
        try:
            self._recovery.mend()
            batch = self._member.poll(self._pace.records(self._settings.batch), POLL_SECONDS)
            self._teller.owning(self._member.assigned, self._member.rebalances.count, self._member.lag())
            if batch is not None:
                self._work_off(self._trimmed(batch))
        except RECOVERABLE as error:
            self._processor.cancel()
            self._stop.wait(self._recovery.after(error))

    def _trimmed(self, batch: Batch) -> Batch:
        """The batch within its bounds; the records beyond them are polled again."""
        count = fitting((record.size for record in batch.records), self._settings.batch, self._pace)
        self._member.give_back(batch.records[count:])
        return batch.first(count)

    def _work_off(self, batch: Batch) -> None:
        """Commit the whole batch, part by part, while the processor works ahead. T5: no poll until all is committed."""
        self._teller.polled(batch)
        started = time.monotonic()
        pairs = zip(batch.records, self._outcomes(batch.records), strict=False)
        size, total = self._settings.batch.transaction_records, len(batch.records)
        for done in range(0, total, size):
            part = list(islice(pairs, size))
            if len(part) < min(size, total - done):
                raise AbandonedError("the processor gave up what it had in hand")
            self._publisher.publish(part, batch)
            self._recovery.succeeded()
        self._pace = self._pace.after([record.size for record in batch.records], time.monotonic() - started)

    def _outcomes(self, records: Sequence[Incoming]) -> Iterator[Outcome]:
        """One outcome a record; a tombstone is no article, and the processor does not see it."""
        processed = self._processor.outcomes([record.record() for record in records if record.value is not None])
        for record in records:
            outcome = Skipped(reason=SkipReason.EMPTY) if record.value is None else next(processed, None)
            if outcome is None:
                return
            self._health.beat()
            yield outcome
