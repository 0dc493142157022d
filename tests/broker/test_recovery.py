"""Which errors end the worker, which are tried again, and for how long."""

import pytest
from kafka import errors as kafka

from worker.broker import BrokerError, FencedError, RefusedError, UnreachableError
from worker.broker.consumer import Member
from worker.broker.errors import AbandonedError, MembershipError, SupersededError, TooLargeError, TooLateError
from worker.broker.failures import FailureKind, kind_of
from worker.broker.patience import LONGEST_PAUSE_SECONDS, Patience
from worker.broker.recovery import Recovery
from worker.broker.transaction import Transactions
from worker.broker.watchdog import Watchdog
from worker.settings import Settings


def recovery() -> Recovery:
    settings = Settings.model_validate({"service": {"stall_seconds": 60.0}})
    watchdog = Watchdog(60.0)
    return Recovery(settings, Member(settings, watchdog), Transactions(settings, watchdog))


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (kafka.ProducerFencedError(), FailureKind.FENCED),
        (kafka.InvalidProducerEpochError(), FailureKind.FENCED),
        (SupersededError(), FailureKind.FENCED),
        (kafka.CommitFailedError(), FailureKind.MEMBERSHIP),
        (kafka.FencedInstanceIdError(), FailureKind.MEMBERSHIP),
        (MembershipError(), FailureKind.MEMBERSHIP),
        (TooLateError(), FailureKind.TOO_LATE),
        (TooLargeError(("t", 0, 0), dead_letter=False), FailureKind.TOO_LARGE),
        (kafka.KafkaTimeoutError(), FailureKind.TIMEOUT),
        (kafka.RequestTimedOutError(), FailureKind.TIMEOUT),
        (kafka.TopicAuthorizationFailedError(), FailureKind.REFUSED),
        (kafka.SaslAuthenticationFailedError(), FailureKind.REFUSED),
        (kafka.KafkaConfigurationError(), FailureKind.REFUSED),
        (kafka.KafkaConnectionError(), FailureKind.OTHER),
        (AbandonedError(), FailureKind.OTHER),
    ],
)
def test_an_error_has_a_word_from_a_fixed_vocabulary(error: Exception, kind: FailureKind) -> None:
    assert kind_of(error) is kind


@pytest.mark.parametrize(
    ("error", "end"),
    [
        (kafka.FencedInstanceIdError(), FencedError),
        (kafka.GroupAuthorizationFailedError("g"), RefusedError),
        (kafka.SaslAuthenticationFailedError(), RefusedError),
    ],
)
def test_what_another_try_cannot_mend_ends_the_worker_with_advice(error: Exception, end: type[BrokerError]) -> None:
    with pytest.raises(end):
        recovery().after(error)


def test_a_second_supersession_within_a_minute_ends_the_worker() -> None:
    mending = recovery()
    assert mending.after(SupersededError()) > 0
    with pytest.raises(FencedError, match=r"kafka\.ordinal"):
        mending.after(SupersededError())


def test_failures_without_a_success_end_the_worker_when_patience_is_over() -> None:
    mending = recovery()
    mending.after(kafka.KafkaConnectionError())
    mending._patience.first -= 61.0
    with pytest.raises(UnreachableError, match="KafkaConnectionError"):
        mending.after(kafka.KafkaConnectionError())


def test_pauses_grow_up_to_a_bound() -> None:
    patience = Patience(limit_seconds=100.0)
    pauses = [patience.failed(float(second)) for second in range(10)]
    assert pauses == sorted(pauses)
    assert pauses[0] < 1 < pauses[-1] == LONGEST_PAUSE_SECONDS


def test_a_success_or_a_long_quiet_ends_the_row_of_failures() -> None:
    patience = Patience(limit_seconds=10.0)
    for now in (0.0, 6.0):
        patience.failed(now)
    patience.succeeded()
    patience.failed(12.0)
    assert not patience.over
    patience.failed(30.0)
    assert (patience.failures, patience.over) == (1, False)
    patience.failed(36.0)
    patience.failed(41.0)
    assert patience.over
