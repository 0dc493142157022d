"""The rounds, summed up: medians of the ratios within each round."""

import os
import platform
import statistics
from dataclasses import dataclass
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

from bench.endtoend import Memory, Round
from bench.rivals import Lap
from worker import __version__

GOAL = 0.9
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A round of all three, run one after the other on the same articles."""

    worker: Round
    model: Lap
    line: Lap

    @property
    def worker_cpu(self) -> float:
        """CPU seconds an article, parent and children."""
        return (self.worker.parent_cpu_seconds + self.worker.children_cpu_seconds) / self.worker.fed


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Medians over the rounds. Rates are articles a second; ratios above 1 favour the worker."""

    date: str
    version: str
    machine: str
    processes: int
    rounds: int
    articles_a_round: int
    worker_rate: float
    model_rate: float
    line_rate: float
    ratio_to_model: float
    ratio_to_model_lowest: float
    ratio_to_model_highest: float
    ratio_to_line: float
    ratio_to_model_by_cpu: float
    ratio_to_line_by_cpu: float
    parent_cpu_milliseconds_an_article: float
    worker_cpu_milliseconds_an_article: float
    model_cpu_milliseconds_an_article: float
    line_cpu_milliseconds_an_article: float
    parent: Memory
    children: list[Memory]


def summary(measured: list[Measured], memories: list[Memory], processes: int) -> Summary:
    """All that is reported; `memories` begins with the parent's."""
    ratios = [item.worker.rate * item.model.seconds / item.model.articles for item in measured]
    cpu = [(item.worker_cpu, _cpu(item.model), _cpu(item.line)) for item in measured]
    return Summary(
        date=datetime.now(UTC).isoformat(timespec="minutes"),
        version=__version__,
        machine=f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
        processes=processes,
        rounds=len(measured),
        articles_a_round=measured[0].worker.fed,
        worker_rate=statistics.median(item.worker.rate for item in measured),
        model_rate=statistics.median(item.model.articles / item.model.seconds for item in measured),
        line_rate=statistics.median(item.line.articles / item.line.seconds for item in measured),
        ratio_to_model=statistics.median(ratios),
        ratio_to_model_lowest=min(ratios),
        ratio_to_model_highest=max(ratios),
        ratio_to_line=statistics.median(item.worker.rate * item.line.seconds / item.line.articles for item in measured),
        ratio_to_model_by_cpu=statistics.median(model / worker for worker, model, _ in cpu),
        ratio_to_line_by_cpu=statistics.median(line / worker for worker, _, line in cpu),
        parent_cpu_milliseconds_an_article=1000
        * statistics.median(item.worker.parent_cpu_seconds / item.worker.fed for item in measured),
        worker_cpu_milliseconds_an_article=1000 * statistics.median(worker for worker, _, _ in cpu),
        model_cpu_milliseconds_an_article=1000 * statistics.median(model for _, model, _ in cpu),
        line_cpu_milliseconds_an_article=1000 * statistics.median(line for _, _, line in cpu),
        parent=memories[0],
        children=memories[1:],
    )


def _cpu(lap: Lap) -> float:
    return lap.cpu_seconds / lap.articles


def show(console: Console, told: Summary) -> None:
    """The summary as a table."""
    title = (
        f"{told.articles_a_round} articles a round, {told.rounds} rounds, {told.processes} processes, {told.machine}"
    )
    table = Table(title=title, title_justify="left")
    for column in ("", "articles/s", "CPU ms an article"):
        table.add_column(column, justify="right" if column else "left")
    table.add_row("worker, end to end", f"{told.worker_rate:.1f}", f"{told.worker_cpu_milliseconds_an_article:.1f}")
    table.add_row("the line without Kafka", f"{told.line_rate:.1f}", f"{told.line_cpu_milliseconds_an_article:.1f}")
    table.add_row("the model alone", f"{told.model_rate:.1f}", f"{told.model_cpu_milliseconds_an_article:.1f}")
    console.print(table)
    verdict = "reached" if told.ratio_to_model >= GOAL else "not reached"
    console.print(
        f"worker / model: {told.ratio_to_model:.3f} ({told.ratio_to_model_lowest:.3f} to "
        f"{told.ratio_to_model_highest:.3f}), goal {GOAL} {verdict}; by CPU time {told.ratio_to_model_by_cpu:.3f}"
    )
    console.print(f"worker / line without Kafka: {told.ratio_to_line:.3f}; by CPU time {told.ratio_to_line_by_cpu:.3f}")
    console.print(f"parent: {told.parent_cpu_milliseconds_an_article:.2f} ms CPU an article, {_size(told.parent)}")
    for number, child in enumerate(told.children):
        console.print(f"child {number}: {_size(child)}")


def _size(memory: Memory) -> str:
    return f"{memory.resident / MEGABYTE:.0f} MB resident, {memory.unique / MEGABYTE:.0f} MB of its own"
