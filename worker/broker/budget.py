"""How much to take in hand between two polls: bounded by records, bytes and estimated seconds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from worker.settings import Batch

OVERHEAD_BYTES = 1024
"""A record costs as if it were so much longer: what it takes even when it is empty."""

LEARNING = 0.3
"""The weight of the newest batch in the moving averages."""

LARGEST_STEP = 2.0
"""One batch may halve or double the estimate: a record that hung for a minute is no measure of the next ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What the last batches took, as exponentially weighted moving averages."""

    seconds_per_byte: float = 20e-6
    """At first: 100 ms for an article of 5 KB, one core's work with the small English model."""
    record_bytes: float = 8_192.0

    def seconds(self, size: int) -> float:
        """What a record of so many bytes is expected to take."""
        return (size + OVERHEAD_BYTES) * self.seconds_per_byte

    def after(self, sizes: Iterable[int], seconds: float) -> Self:
        """The pace once a batch of these sizes has taken so long."""
        costs = [size + OVERHEAD_BYTES for size in sizes]
        measured = seconds / sum(costs)
        clamped = min(max(measured, self.seconds_per_byte / LARGEST_STEP), self.seconds_per_byte * LARGEST_STEP)
        return type(self)(
            seconds_per_byte=_towards(self.seconds_per_byte, clamped),
            record_bytes=_towards(self.record_bytes, sum(costs) / len(costs) - OVERHEAD_BYTES),
        )

    def records(self, bounds: Batch) -> int:
        """How many records to ask for, of the size that they had of late."""
        by_bytes = bounds.max_bytes / max(self.record_bytes, 1.0)
        by_seconds = bounds.max_seconds / max(self.seconds(int(self.record_bytes)), 1e-9)
        return max(1, int(min(bounds.max_records, by_bytes, by_seconds)))


def fitting(sizes: Iterable[int], bounds: Batch, pace: Pace) -> int:
    """How many of the first records are within all three bounds; never none, for the first must be done some time."""
    size_sum, seconds, count = 0, 0.0, 0
    for size in sizes:
        size_sum += size
        seconds += pace.seconds(size)
        over = size_sum > bounds.max_bytes or seconds > bounds.max_seconds or count == bounds.max_records
        if count and over:
            break
        count += 1
    return count


def _towards(average: float, newest: float) -> float:
    return average + LEARNING * (newest - average)
