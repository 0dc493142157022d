"""Whether the worker lives, and whether it is ready for articles."""

import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Health:
    """Facts that the broker loop and the pool report, and that `/healthz` and `/readyz` answer from.

    Written by one thread each and read by the HTTP thread; every field is one assignment, so no lock is needed.
    """

    stall_seconds: float
    assigned: bool = False
    children_up: bool = False
    stopping: bool = False
    last_beat: float = field(default_factory=time.monotonic)

    def beat(self) -> None:
        """The loop went round, or an outcome came back: the worker is not stuck."""
        self.last_beat = time.monotonic()

    @property
    def alive(self) -> bool:
        """Something moved within the last `stall_seconds`."""
        return time.monotonic() - self.last_beat < self.stall_seconds

    @property
    def ready(self) -> bool:
        """Partitions are assigned, the children are up, and the worker is not on its way out."""
        return self.assigned and self.children_up and not self.stopping

    def liveness(self) -> dict[str, object]:
        """What `/healthz` says."""
        facts: dict[str, object] = {
            "alive": self.alive,
            "seconds_since_last_beat": round(time.monotonic() - self.last_beat, 1),
        }
        return facts if self.alive else facts | {"why": f"nothing moved for {self.stall_seconds:g} seconds"}

    def readiness(self) -> dict[str, object]:
        """What `/readyz` says."""
        reasons = {
            "the worker is stopping": self.stopping,
            "the children are not up": not self.children_up,
            "no partitions are assigned": not self.assigned,
        }
        why = [sentence for sentence, holds in reasons.items() if holds]
        return {"ready": not why, "why": why} if why else {"ready": True}
