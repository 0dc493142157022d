"""A progress bar on a terminal, and a summary in the end; both on standard error."""

import sys
import time
from collections import Counter
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar


class Progress:
    """Counts what was done by its fate; draws only where standard error is a terminal."""

    def __init__(self, doing: str, total: int = 0) -> None:
        self.counts: Counter[str] = Counter()
        self._console = Console(stderr=True)
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            *_measured(total),
            TextColumn("{task.fields[told]}"),
            console=self._console,
            disable=not sys.stderr.isatty(),
            transient=True,
        )
        self._task = self._bar.add_task(doing, total=total or None, told="")
        self._doing = doing
        self._started = time.monotonic()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def count(self, fate: str, position: int = 0) -> None:
        """One more met this fate; the sources are read up to `position`."""
        self.counts[fate] += 1
        self._bar.update(self._task, completed=position, told=self._told())

    def summary(self) -> None:
        """One line on standard error."""
        self._bar.stop()
        seconds = time.monotonic() - self._started
        sys.stderr.write(f"{self._doing}: {self._told()} in {seconds:.1f} s\n")

    def _told(self) -> str:
        seconds = max(time.monotonic() - self._started, 1e-3)
        counts = ", ".join(f"{number:,} {fate}" for fate, number in sorted(self.counts.items())) or "nothing"
        return f"{counts}, {self.counts.total() / seconds:.1f}/s"


def _measured(total: int) -> tuple[ProgressColumn, ...]:
    """A bar and the time that is left, where it is known how much there is to do."""
    return (BarColumn(), TaskProgressColumn(), TimeRemainingColumn()) if total else ()
