"""Why the loop ends, and why a transaction has to be done again.

BrokerError                the loop has ended; nothing uncommitted is lost
├── UnreachableError       Kafka does not answer, or nothing could be committed for too long
├── RefusedError           Kafka answers, and refuses: a missing topic, a missing right, wrong credentials
├── FencedError            another worker has taken our identity
├── UnreadableError        Kafka's client cannot read a record of the input
├── UnfitError             a dead letter is larger than its topic takes
└── FloodError             too many records were rejected

RecoverableError           nothing was committed: seek back to what is committed, and go on
├── MembershipError        the group has dropped us while we held records
├── TooLateError           the batch took so long that the group may have dropped us
├── SupersededError        another producer has our transactional id
├── AbandonedError         the processor gave up what it had in hand
└── TooLargeError          the broker refused one record for its size
"""


class BrokerError(Exception):
    """The loop cannot go on; the message says what to do about it."""


class UnreachableError(BrokerError):
    """Kafka does not answer, or nothing could be committed for too long."""


class RefusedError(BrokerError):
    """Kafka answers, and refuses."""


class FencedError(BrokerError):
    """Another worker has taken our identity, so this one must end."""


class UnreadableError(BrokerError):
    """Kafka's client cannot read a record of the input, so that not even a dead letter can be made of it."""


class UnfitError(BrokerError):
    """A dead letter is larger than its topic takes: to go on would lose the record."""


class FloodError(BrokerError):
    """So many records were rejected that the fault is likely ours, not theirs."""


class RecoverableError(Exception):
    """Nothing was committed: seek back and go on."""


class MembershipError(RecoverableError):
    """The group has dropped us while we held records: they belong to somebody else now."""


class TooLateError(RecoverableError):
    """The batch took so long that the group may have dropped us."""


class SupersededError(RecoverableError):
    """Another producer has our transactional id, for the transaction was too young to have timed out."""


class AbandonedError(RecoverableError):
    """The processor gave up what it had in hand."""


class TooLargeError(RecoverableError):
    """The broker refused the outcome of the record at `place` for its size."""

    def __init__(self, place: tuple[str, int, int], *, dead_letter: bool) -> None:
        super().__init__(place)
        self.place = place
        self.dead_letter = dead_letter
