"""`python -m bench.chaos --seed 1`: exit code 0 if nothing was lost, doubled or out of order, else 1."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bench.chaos.storm import Plan, Result, storm
from localkafka import LocalKafka

FAULT_SECONDS = 5.0
"""What a fault takes on average, with its pause: the feed is spread over all of them."""


def main() -> int:
    """Run one storm and tell what came of it."""
    plan = arguments()
    console = Console()
    console.print(
        f"Seed {plan.seed}: {plan.messages} messages, {plan.faults} faults, {plan.workers} workers, 3 brokers"
    )
    folder = Path(tempfile.mkdtemp(prefix="chaos-"))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        tasks = [
            progress.add_task(name, total=total)
            for name, total in (("fed", plan.messages), ("published", plan.messages), ("faults", plan.faults))
        ]

        def show(*counts: int) -> None:
            for task, count in zip(tasks, counts, strict=True):
                progress.update(task, completed=count)

        with LocalKafka(3) as kafka:
            result = storm(kafka, plan, folder, progress.console.print, show)
            kafka.keep_logs = not result.verdict.holds
    tell(console, result)
    if result.verdict.holds and not any(result.exits):
        shutil.rmtree(folder)
        return 0
    console.print(f"[red]It does not hold.[/] The workers' logs are kept in {folder}")
    return 1


def tell(console: Console, result: Result) -> None:
    """The figures."""
    verdict = result.verdict
    console.print(
        f"{result.faults} faults in {result.seconds:.0f} s: {verdict.published} published, "
        f"{verdict.dead_letters} dead letters; {verdict.lost} lost, {verdict.duplicated} duplicated, "
        f"{verdict.out_of_order} out of order"
    )
    console.print(f"Workers that ended by themselves: {result.ends or 'none'}; exit codes at the end: {result.exits}")


def arguments() -> Plan:
    """From the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.chaos", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--faults", type=int, default=28)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=8.0, help="the longest that it may take")
    given = parser.parse_args()
    return Plan(
        seed=given.seed,
        messages=given.messages,
        faults=given.faults,
        workers=given.workers,
        seconds=60 * given.minutes,
        feed_seconds=FAULT_SECONDS * given.faults,
    )


if __name__ == "__main__":
    sys.exit(main())
