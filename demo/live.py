"""The table that moves, or a line every other second where there is no terminal."""

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table

from demo.reading import Reading

PLAIN_SECONDS = 2.0


class LiveView:
    """Shows a reading after the other; `total` is how many records there will be."""

    def __init__(self, console: Console, total: int, metrics: str) -> None:
        self._console, self._total, self._metrics = console, total, metrics
        self._start = self._last_line = time.monotonic()
        self._live = Live(console=console, refresh_per_second=8) if console.is_terminal else None

    def __enter__(self) -> Self:
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            self._live.stop()

    @property
    def elapsed(self) -> float:
        """Seconds since the view was made."""
        return time.monotonic() - self._start

    def show(self, reading: Reading, sent: int) -> None:
        """The state now."""
        if self._live:
            self._live.update(self._table(reading, sent))
        elif time.monotonic() - self._last_line >= PLAIN_SECONDS or reading.committed == self._total:
            self._last_line = time.monotonic()
            self._console.print(line(reading, self._total, self.elapsed), highlight=False, soft_wrap=True)

    def _table(self, reading: Reading, sent: int) -> Table:
        table = Table(title="news-worker", title_justify="left", show_header=False, min_width=72)
        table.add_column(style="bold", width=14)
        table.add_column()
        table.add_row("progress", ProgressBar(total=self._total, completed=reading.committed, width=48))
        table.add_row("records", f"{reading.committed} of {self._total} ({sent} fed), {self.elapsed:.0f} s")
        table.add_row("throughput", f"{reading.committed / max(self.elapsed, 0.1):.1f} articles/s")
        table.add_row("lag", f"{reading.lag} records")
        table.add_row("latency", f"p50 {seconds(reading.latency_p50)}   p95 {seconds(reading.latency_p95)}")
        table.add_row("[green]published", str(reading.published))
        table.add_row("[yellow]skipped", reasons(reading.skipped))
        table.add_row("[red]rejected", reasons(reading.rejected))
        table.add_row("children", f"{reading.children} at work, {reading.restarts} replaced")
        table.add_row("metrics", self._metrics)
        return table


def line(reading: Reading, total: int, elapsed: float) -> str:
    """All of the table in one line."""
    return (
        f"{elapsed:5.1f} s  {reading.committed}/{total} records  {reading.committed / max(elapsed, 0.1):.1f}/s  "
        f"lag {reading.lag}  latency p50 {seconds(reading.latency_p50)} p95 {seconds(reading.latency_p95)}  "
        f"published {reading.published}  skipped {reasons(reading.skipped)}  rejected {reasons(reading.rejected)}  "
        f"children {reading.children}"
    )


def seconds(value: float | None) -> str:
    """A duration for people."""
    if value is None:
        return "–"
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.1f} s"


def reasons(counts: dict[str, int]) -> str:
    """The sum, with what it is made of."""
    total = sum(counts.values())
    told = ", ".join(f"{reason} {count}" for reason, count in sorted(counts.items()) if count)
    return f"{total} ({told})" if told else str(total)
