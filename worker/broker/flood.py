"""When so many records are rejected that the fault is likely ours, not theirs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from worker.settings import DeadLetters


@dataclass(frozen=True, slots=True, kw_only=True)
class FloodGuard:
    """What was rejected of late: a value, so that a transaction that fails leaves no trace in it.

    `flooding` says why to stop, once either limit was passed.
    """

    limits: DeadLetters
    seen: tuple[bool, ...] = ()
    run: int = 0
    flooding: str | None = None

    def after(self, rejections: Iterable[bool]) -> Self:
        """The guard once these records have followed, True for a rejected one."""
        guard = self
        for rejected in rejections:
            guard = guard._after(rejected=rejected)
        return guard

    def _after(self, *, rejected: bool) -> Self:
        seen = (*self.seen, rejected)[-self.limits.flood_window :]
        run = self.run + 1 if rejected else 0
        return replace(self, seen=seen, run=run, flooding=self.flooding or self._reason(seen, run))

    def _reason(self, seen: tuple[bool, ...], run: int) -> str | None:
        if run >= self.limits.flood_run:
            return f"{run} records in a row were rejected"
        window = self.limits.flood_window
        if len(seen) == window and sum(seen) >= self.limits.flood_share * window:
            return f"{sum(seen)} of the last {window} records were rejected"
        return None
