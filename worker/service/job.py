"""What a caller waits for."""

import threading
from collections.abc import Iterator, Sequence

from worker.model import Outcome, Record
from worker.service.errors import PoolError


class Job:
    """The outcomes of some records, filled in by one thread in any order, taken by another in theirs."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = records
        self._outcomes: list[Outcome | None] = [None] * len(records)
        self._changed = threading.Condition()
        self._cancelled = False
        self._error: PoolError | None = None

    @property
    def over(self) -> bool:
        """Nobody waits for it any more."""
        return self._cancelled or self._error is not None

    def put(self, first: int, outcomes: Sequence[Outcome]) -> None:
        """The outcomes from place `first` on."""
        with self._changed:
            self._outcomes[first : first + len(outcomes)] = outcomes
            self._changed.notify_all()

    def cancel(self) -> None:
        """The iterator ends, whatever was still to come."""
        with self._changed:
            self._cancelled = True
            self._changed.notify_all()

    def fail(self, error: PoolError) -> None:
        """The iterator raises the error instead of what was still to come."""
        with self._changed:
            self._error = error
            self._changed.notify_all()

    def results(self) -> Iterator[Outcome]:
        """Each outcome as soon as it and all before it are there; each can be taken once."""
        for place in range(len(self._outcomes)):
            if (outcome := self._wait(place)) is None:
                return
            yield outcome

    def _wait(self, place: int) -> Outcome | None:
        with self._changed:
            self._changed.wait_for(lambda: self._outcomes[place] is not None or self.over)
            if self._cancelled:
                return None
            if self._error is not None:
                raise self._error
            outcome, self._outcomes[place] = self._outcomes[place], None  # a document is held once, not twice
            return outcome
