"""What turns records into outcomes: one interface for child processes and for work inside the parent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from worker.model import Outcome, Record, Stopwatch
from worker.settings import Settings


class PipelineLike(Protocol):
    """What a child needs of a pipeline."""

    def process(self, records: Sequence[Record], stopwatch: Stopwatch) -> list[Outcome]:
        """One outcome a record, in the same order."""
        ...


MakePipeline = Callable[[Settings], PipelineLike]
"""Loads a pipeline, in the process that will use it."""


class Processor(Protocol):
    """Records in, outcomes out, in order."""

    def start(self) -> None:
        """Returns when work can begin; raises PoolError with a sentence that mends."""
        ...

    def outcomes(self, records: Sequence[Record]) -> Iterator[Outcome]:
        """One outcome a record, in order; work begins at once, not when the first is asked for."""
        ...

    def cancel(self) -> None:
        """Gives up what is in hand: running iterators end early. May be called from any thread."""
        ...

    def close(self, *, now: bool = False) -> None:
        """Ends, leaving no process behind; `now` does not wait for children to end by themselves."""
        ...


def language_pipeline(settings: Settings) -> PipelineLike:
    """The real pipeline. Imported here so that a parent with children never loads spaCy: 100 MB and a second."""
    from worker.pipeline import Pipeline  # noqa: PLC0415 - see the docstring

    return Pipeline(settings)
