"""When too many rejections stop the worker."""

import pytest

from worker.broker.flood import FloodGuard
from worker.settings import DeadLetters

LIMITS = DeadLetters(flood_share=0.5, flood_window=10, flood_run=4)
REJECTED, FINE = True, False


@pytest.mark.parametrize(
    ("rejections", "reason"),
    [
        ([], None),
        ([FINE] * 100, None),
        ([REJECTED] * 3, None),
        ([REJECTED] * 4, "4 records in a row were rejected"),
        ([REJECTED] * 3 + [FINE] + [REJECTED] * 3, None),
        ([REJECTED, FINE] * 4 + [REJECTED], None),
        ([REJECTED, FINE] * 5, "5 of the last 10 records were rejected"),
        ([REJECTED, FINE, FINE] * 20, None),
        ([REJECTED] * 4 + [FINE] * 50, "4 records in a row were rejected"),
    ],
)
def test_a_run_or_a_share_of_rejections_is_a_flood(rejections: list[bool], reason: str | None) -> None:
    assert FloodGuard(limits=LIMITS).after(rejections).flooding == reason


def test_a_guard_is_a_value_so_a_transaction_that_fails_leaves_no_trace() -> None:
    guard = FloodGuard(limits=LIMITS).after([REJECTED] * 3)
    guard.after([REJECTED] * 3)
    assert guard.run == 3
    assert guard.flooding is None


def test_it_does_not_matter_how_the_records_are_cut_into_transactions() -> None:
    rejections = [REJECTED, FINE, REJECTED, REJECTED, FINE, FINE, REJECTED]
    whole = FloodGuard(limits=LIMITS).after(rejections)
    cut = FloodGuard(limits=LIMITS).after(rejections[:2]).after(rejections[2:5]).after(rejections[5:])
    assert cut == whole
