"""When: dates, times of day, lengths and repetitions, with their TIMEX3 values, counted from the day of publication."""

from worker.steps.times.scene import TimeType
from worker.steps.times.step import Time, times

__all__ = ["Time", "TimeType", "times"]
