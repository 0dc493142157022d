"""What an error means for the loop."""

from enum import StrEnum

from kafka import errors as kafka

from worker.broker.errors import MembershipError, RecoverableError, SupersededError, TooLargeError, TooLateError


class FailureKind(StrEnum):
    """Why a transaction did not commit: the label of `transaction_failures`."""

    FENCED = "fenced"
    MEMBERSHIP = "membership"
    TIMEOUT = "timeout"
    TOO_LATE = "too-late"
    TOO_LARGE = "too-large"
    REFUSED = "refused"
    OTHER = "other"


FENCES = (kafka.ProducerFencedError, kafka.InvalidProducerEpochError)
"""A newer producer has our transactional id, or the broker has ended a transaction that took too long."""

RECOVERABLE = (kafka.KafkaError, RecoverableError)
"""What a new producer and a seek to the committed offsets can mend; anything else is a fault of ours."""

KINDS: tuple[tuple[tuple[type[Exception], ...], FailureKind], ...] = (
    ((SupersededError, *FENCES), FailureKind.FENCED),
    ((MembershipError, kafka.CommitFailedError, kafka.FencedInstanceIdError), FailureKind.MEMBERSHIP),
    ((TooLateError,), FailureKind.TOO_LATE),
    ((TooLargeError,), FailureKind.TOO_LARGE),
    ((kafka.KafkaTimeoutError, kafka.RequestTimedOutError), FailureKind.TIMEOUT),
    (
        (
            kafka.AuthorizationError,
            kafka.SaslAuthenticationFailedError,
            kafka.UnsupportedSaslMechanismError,
            kafka.UnsupportedVersionError,
            kafka.InvalidTopicError,
            kafka.KafkaConfigurationError,
        ),
        FailureKind.REFUSED,
    ),
)


def kind_of(error: Exception) -> FailureKind:
    """The word for an error: the metric's label, and what the recovery decides by."""
    return next((kind for classes, kind in KINDS if isinstance(error, classes)), FailureKind.OTHER)
