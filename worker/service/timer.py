"""How long records are in each stage."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from worker.model import Stage


class Timer:
    """Measures one chunk; its `measure` is the pipeline's stopwatch."""

    def __init__(self) -> None:
        self._seconds: dict[Stage, list[float]] = {}

    @contextmanager
    def measure(self, stage: Stage) -> Iterator[None]:
        """Adds the time that the body takes, whatever becomes of it."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self._seconds.setdefault(stage, []).append(time.perf_counter() - begun)

    def seconds(self) -> Mapping[Stage, tuple[float, ...]]:
        """A time a record for each stage."""
        return {stage: tuple(times) for stage, times in self._seconds.items()}
