"""`news-worker dead-letters`: look at the records that could not be processed, and send them round again."""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from worker.cli import clients, letters, options
from worker.cli.errors import UsageError
from worker.cli.letters import Letter
from worker.cli.replay import replay as replay_letters
from worker.model import RejectReason, Stage
from worker.settings import Settings

LIST_HELP = """List the dead letters, and count them by stage and reason.

[b]Examples[/b]

  news-worker dead-letters list --reason timeout --limit 20
"""
SHOW_HELP = """Show one dead letter: why, its headers, the beginning of its value.

[b]Examples[/b]

  news-worker dead-letters show 3:1024

  news-worker dead-letters show 3:1024 --raw > page.html
"""
REPLAY_HELP = """Send dead letters to the input topic again, exactly once.

Key, value and headers are as they first came. For each reason the consumer
group GROUP-replay-REASON remembers how far it has come, in the transaction that
sends the letters: none is ever sent twice, whether the command is repeated,
interrupted or run twice at once, and those that --reason leaves out can be
replayed later. A record that fails again becomes a new dead letter.

[b]Examples[/b]

  news-worker dead-letters replay --dry-run

  news-worker dead-letters replay --reason timeout --reason crash
"""
SHOWN_BYTES = 2000

app = typer.Typer(no_args_is_help=True, help="List, show or replay the records that could not be processed.")
Reasons = Annotated[list[str] | None, typer.Option("--reason", help="Only these reasons; may be repeated.")]


@app.command("list", help=LIST_HELP)
def list_(
    reason: Reasons = None,
    stage: Annotated[Stage | None, typer.Option("--stage", help="Only this stage.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Rows at most; all are counted.")] = 50,
    bootstrap_servers: options.BootstrapServers = None,
    config: options.Config = None,
    sets: options.Set = None,
) -> None:
    """A table of dead letters, and their counts."""
    settings = options.effective(config, sets, {"kafka.bootstrap_servers": bootstrap_servers})
    wanted = _known(reason)
    table = Table("letter", "stage", "reason", "key or detail", "input", "time", box=None, pad_edge=False)
    counts: Counter[tuple[str, str]] = Counter()
    for letter in _read(settings):
        if (wanted and letter.reason not in wanted) or (stage and letter.stage != stage):
            continue
        counts[letter.stage, letter.reason] += 1
        if counts.total() <= limit:
            table.add_row(*_row(letter))
    console = Console(width=None if sys.stdout.isatty() else 200, highlight=False, markup=False)
    if table.row_count:
        console.print(table)
    for (at, why), number in counts.most_common():
        console.print(f"{number:,} {why} in {at}")
    console.print(f"{counts.total():,} dead letters in {settings.topics.dead_letters}")


@app.command(help=SHOW_HELP)
def show(
    where: Annotated[str, typer.Argument(metavar="PARTITION:OFFSET", help="As `list` tells it.")],
    raw: Annotated[
        bool, typer.Option("--raw", help="The value's bytes and nothing else, for a file or a pipe.")
    ] = False,
    bootstrap_servers: options.BootstrapServers = None,
    config: options.Config = None,
    sets: options.Set = None,
) -> None:
    """One letter."""
    settings = options.effective(config, sets, {"kafka.bootstrap_servers": bootstrap_servers})
    letter = _one(settings, *_place(where))
    if raw:
        sys.stdout.buffer.write(letter.value or b"")
        sys.stdout.buffer.flush()
        return
    for name in (name for name in letters.SAID if name in letter.said):
        typer.echo(f"{name + ':':<12} {_text(letter.said[name].encode())}")
    typer.echo(f"{'key:':<12} {_text(letter.key)}")
    for header, content in letter.headers:
        typer.echo(f"header       {header}: {_text(content)}")
    value = letter.value or b""
    typer.echo(f"{'value:':<12} {len(value):,} bytes\n\n{_text(value[:SHOWN_BYTES])}")


@app.command(help=REPLAY_HELP)
def replay(
    reason: Reasons = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be sent.")] = False,
    bootstrap_servers: options.BootstrapServers = None,
    config: options.Config = None,
    sets: options.Set = None,
) -> None:
    """Each reason on its own, so that what is left out now can be replayed later."""
    settings = options.effective(config, sets, {"kafka.bootstrap_servers": bootstrap_servers})
    reasons = sorted(_known(reason) or {letter.reason for letter in _read(settings)})
    for name in reasons:
        number = replay_letters(settings, name, dry_run=dry_run)
        told = "to replay" if dry_run else f"replayed to {settings.topics.input}"
        typer.echo(f"{name}: {number:,} {told}")
    if not reasons:
        typer.echo(f"There are no dead letters in {settings.topics.dead_letters}.")


def _read(settings: Settings) -> Iterator[Letter]:
    with clients.consumer(settings) as consumer:
        yield from letters.read(consumer, settings.topics.dead_letters)


def _one(settings: Settings, partition: int, offset: int) -> Letter:
    with clients.consumer(settings) as consumer:
        found = letters.at(consumer, settings.topics.dead_letters, partition, offset)
    if found is None:
        raise UsageError(f"There is no dead letter {partition}:{offset}; `news-worker dead-letters list` tells them.")
    return found


def _row(letter: Letter) -> tuple[str, ...]:
    about = _text(letter.key) if letter.key else letter.said.get("detail", "")
    return f"{letter.partition}:{letter.offset}", letter.stage, letter.reason, about[:60], letter.origin, letter.time


def _place(where: str) -> tuple[int, int]:
    partition, _, offset = where.partition(":")
    if not (partition.isdecimal() and offset.isdecimal()):
        raise UsageError(f"{where} is not of the form PARTITION:OFFSET, as 3:1024.")
    return int(partition), int(offset)


def _known(reasons: list[str] | None) -> set[str]:
    wanted = set(reasons or ())
    if strange := wanted - {*RejectReason, letters.UNKNOWN}:
        raise UsageError(f"{', '.join(sorted(strange))} is no reason; the reasons are {', '.join(RejectReason)}.")
    return wanted


def _text(value: bytes | None) -> str:
    """Bytes for a terminal: control characters could do harm there."""
    text = (value or b"").decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() or char in "\n\t" else repr(char)[1:-1] for char in text)
