"""What happens between a failure and the next try."""

import logging
import time

from kafka.errors import CorruptRecordError, FencedInstanceIdError, KafkaError

from worker.broker.client import worker_name
from worker.broker.consumer import Member
from worker.broker.errors import FencedError, RefusedError, SupersededError, UnreachableError, UnreadableError
from worker.broker.failures import FailureKind, kind_of
from worker.broker.patience import Patience
from worker.broker.transaction import Transactions
from worker.settings import Settings

SUPERSEDED_SECONDS = 60.0
"""Superseded twice within so long: the other one is no ghost, it lives and works."""

CORRUPT_READS = 2
"""A bit that flipped on the way is right the next time; what is wrong again lies so in the topic."""

log = logging.getLogger(__name__)


class Recovery:
    """Decides whether to go on after an error, and brings producer and consumer back to what is committed."""

    def __init__(self, settings: Settings, member: Member, transactions: Transactions) -> None:
        self._settings = settings
        self._member = member
        self._transactions = transactions
        self._patience = Patience(limit_seconds=settings.service.stall_seconds)
        self._superseded = float("-inf")
        self._broken = True
        """At the start too: there is neither a producer nor a consumer."""
        self._dropped = False
        """The group does not know us any more."""

    def mend(self) -> None:
        """After a failure, and at the start: a new producer, the committed offsets, and a new consumer if need be."""
        if not self._broken:
            return
        # The producer first: it ends the transaction of the old one, and only then are the committed offsets settled.
        self._transactions.renew()  # T1
        if self._dropped:
            # T17: the client may miss that it was dropped, and go on for ever with records that it may not commit.
            self._member.reopen()
        try:
            self._member.rewind()
        except KafkaError as error:
            log.warning("Could not read the committed offsets (%s): joining the group anew", error)
            self._member.reopen()
        self._broken = self._dropped = False

    def after(self, error: Exception) -> float:
        """The seconds to wait before the next try; raises a BrokerError where another try is of no use."""
        self._broken = True
        self._dropped |= kind_of(error) is FailureKind.MEMBERSHIP
        now = time.monotonic()
        self._give_up_if_fenced(error, now)
        if kind_of(error) is FailureKind.REFUSED:
            raise RefusedError(f"Kafka or its client refuses: {error}. Another try gives the same.") from error
        pause = self._patience.failed(now)
        if isinstance(error, CorruptRecordError) and self._patience.failures > CORRUPT_READS:
            raise UnreadableError(
                f"A record of {self._settings.topics.input} cannot be read ({error}). It is the first one after what "
                f"group {self._settings.kafka.group} has committed of its partition: move the group's offset past it."
            ) from error
        if self._patience.over:
            raise UnreachableError(
                f"Nothing could be committed for {now - self._patience.first:.0f} s, the last reason being: {error!r}"
            ) from error
        log.warning("%r: going back to what is committed", error, extra={"error": type(error).__name__})
        return pause

    def succeeded(self) -> None:
        """A transaction was committed."""
        self._patience.succeeded()

    def _give_up_if_fenced(self, error: Exception, now: float) -> None:
        """T9: a fenced static member would go on to receive records, and `poll` would never raise."""
        name = worker_name(self._settings.kafka)
        advice = f"Another worker runs as {name}: end it, or give each its own kafka.ordinal."
        if isinstance(error, FencedInstanceIdError):
            raise FencedError(advice) from error
        if isinstance(error, SupersededError):
            if now - self._superseded < SUPERSEDED_SECONDS:
                raise FencedError(advice) from error
            self._superseded = now
