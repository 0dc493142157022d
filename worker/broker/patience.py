"""How long to go on trying."""

from dataclasses import dataclass

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 5.0


@dataclass(slots=True, kw_only=True)
class Patience:
    """Counts failures that follow one another; a success, or `limit_seconds` without a failure, ends the row."""

    limit_seconds: float
    failures: int = 0
    first: float = 0.0
    last: float = 0.0

    def failed(self, now: float) -> float:
        """Note a failure at the monotonic time `now`; the seconds to pause before the next try."""
        if self.failures and now - self.last > self.limit_seconds:
            self.failures = 0
        if not self.failures:
            self.first = now
        self.last = now
        self.failures += 1
        return min(FIRST_PAUSE_SECONDS * 2.0 ** (self.failures - 1), LONGEST_PAUSE_SECONDS)

    def succeeded(self) -> None:
        """Something was committed."""
        self.failures = 0

    @property
    def over(self) -> bool:
        """Whether the row of failures has gone on for too long."""
        return self.failures > 1 and self.last - self.first > self.limit_seconds
