"""How much is taken in hand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from worker.broker.budget import OVERHEAD_BYTES, Pace, fitting
from worker.settings import Batch

SIZES = st.lists(st.integers(0, 10_000_000), max_size=50)
BOUNDS = st.builds(
    Batch,
    max_records=st.integers(1, 100),
    max_bytes=st.integers(1, 50_000_000),
    max_seconds=st.floats(0.1, 100.0),
    transaction_records=st.just(1),
)


@settings(max_examples=100, derandomize=True)
@given(SIZES, BOUNDS)
def test_a_batch_is_within_all_bounds_or_is_a_single_record(sizes: list[int], bounds: Batch) -> None:
    pace = Pace()
    count = fitting(sizes, bounds, pace)
    taken = sizes[:count]
    assert (count == 0) == (not sizes)
    assert count <= 1 or (
        count <= bounds.max_records
        and sum(taken) <= bounds.max_bytes
        and sum(map(pace.seconds, taken)) <= bounds.max_seconds * 1.000001
    )


def test_the_estimate_learns_what_a_byte_takes() -> None:
    pace = Pace()
    for _ in range(60):
        pace = pace.after([5_000] * 20, seconds=20 * (5_000 + OVERHEAD_BYTES) * 1e-6)
    assert abs(pace.seconds_per_byte - 1e-6) < 1e-8
    assert abs(pace.record_bytes - 5_000) < 1


def test_one_record_that_hung_changes_the_estimate_by_little() -> None:
    pace = Pace()
    assert pace.after([5_000], seconds=60.0).seconds_per_byte <= 1.3 * pace.seconds_per_byte + 1e-12


def test_fewer_records_are_asked_for_when_they_are_slow_or_large() -> None:
    bounds = Batch(max_records=256, max_bytes=1_000_000, max_seconds=10.0)
    assert Pace(seconds_per_byte=1e-9, record_bytes=1_000).records(bounds) == 256
    assert Pace(seconds_per_byte=1e-9, record_bytes=100_000).records(bounds) == 10
    assert Pace(seconds_per_byte=1e-3, record_bytes=1_000).records(bounds) == 4
    assert Pace(seconds_per_byte=1.0, record_bytes=1_000_000_000).records(bounds) == 1
