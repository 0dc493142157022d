"""Which faults, in which order, of whom and for how long: all of it from the seed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is done to the system."""

    KILL_WORKER = "kill -9 of a worker"
    KILL_CHILD = "kill -9 of a child"
    FREEZE_WORKER = "SIGSTOP of a worker"
    KILL_BROKER = "kill -9 of a broker"
    FREEZE_BROKER = "SIGSTOP of a broker"
    JOIN = "a worker joins"
    LEAVE = "a worker leaves"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault: `target` picks whom, modulo who is there; `seconds` is how long it lasts, `pause` what follows."""

    kind: Kind
    target: int
    seconds: float
    pause: float


# The longest freeze of a worker exceeds the session timeout: it comes back as a zombie.
LASTS = {
    Kind.KILL_WORKER: (0.0, 1.0),
    Kind.KILL_CHILD: (0.0, 0.0),
    Kind.FREEZE_WORKER: (0.5, 9.0),
    Kind.KILL_BROKER: (0.5, 4.0),
    Kind.FREEZE_BROKER: (0.5, 5.0),
    Kind.JOIN: (0.0, 0.0),
    Kind.LEAVE: (0.0, 0.0),
}


def schedule(seed: int, count: int, of: Sequence[Kind] = tuple(Kind)) -> list[Fault]:
    """So many faults, every kind as often as the next, shuffled."""
    rng = random.Random(seed)  # noqa: S311 - a schedule, no secret
    kinds = [of[number % len(of)] for number in range(count)]
    rng.shuffle(kinds)
    return [
        Fault(kind=kind, target=rng.randrange(1000), seconds=rng.uniform(*LASTS[kind]), pause=rng.uniform(0.5, 3.0))
        for kind in kinds
    ]
