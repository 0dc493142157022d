"""`news-worker enrich`: articles from files to JSON, by the same pool of processes that serves Kafka."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal, Protocol

import orjson
import typer

from worker.cli import inputs, options, output
from worker.cli.inputs import Entry, Format
from worker.cli.progress import Progress
from worker.exit_codes import ExitCode
from worker.model import Enriched, Outcome, Record, Rejected, Skipped

HELP = """Articles from files to enriched JSON, one a line, in input order; no Kafka needed.

[b]Inputs[/b]: files, folders (searched through), patterns, [b]-[/b] for standard input. HTML (.html .htm .xhtml), text
(.txt), envelopes (.jsonl .ndjson one a line, .json one a file), each also as .gz, .xz or .zst.

An input that is no article gives {"id", "skipped": reason}, one that cannot be read {"id", "rejected": reason}.
A page's id is its path, an envelope's the one it states, else derived from its URL and content.

[b]Examples[/b]

  news-worker enrich page.html --pretty

  news-worker enrich crawl/ 'more/**/*.html.gz' -o articles.jsonl.zst

  xzcat inputs.jsonl.xz | news-worker enrich - --removed lines --steps entities | jq .title

[b]Exit codes[/b]: 0 all inputs were processed · 1 some were rejected, with --strict · 2 wrong arguments or settings ·
130 Ctrl-C
"""

Arguments = Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, patterns, or - for stdin.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Write to this file (.gz .xz .zst compress), there whole at the end or not."),
]
FileFormat = Annotated[
    Format | None, typer.Option("--format", help="What the inputs are, where their suffix does not say or is wrong.")
]
Pretty = Annotated[bool, typer.Option("--pretty", help="Indented JSON, for reading.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 if any input was rejected.")]
RemovedFlag = Annotated[
    Literal["lines", "counts", "off"] | None, typer.Option("--removed", help="What is told of the removed boilerplate.")
]


class Processor(Protocol):
    """What the commands need of a pool; named here, for importing the pool imports spaCy."""

    def outcomes(self, records: Sequence[Record]) -> Iterator[Outcome]:
        """One outcome a record, in order."""
        ...


def enrich(
    arguments: Arguments,
    output_file: Output = None,
    form: FileFormat = None,
    pretty: Pretty = False,
    strict: Strict = False,
    removed: RemovedFlag = None,
    steps: options.Steps = None,
    model: options.Model = None,
    processes: options.Processes = None,
    config: options.Config = None,
    sets: options.Set = None,
) -> None:
    """Read the inputs, write a line for each, and say at the end how many met which fate."""
    flags = {
        "output.removed": removed,
        "nlp.model": model,
        "nlp.steps": options.names(steps),
        "pool.processes": processes,
    }
    settings = options.effective(config, sets, flags)
    sources = inputs.find(arguments, form)
    entries = inputs.read(sources, limit=2 * settings.input.max_bytes)
    from worker.app import processing  # noqa: PLC0415 - spaCy takes two seconds, which --help must not

    with Progress("Enriching", total=sum(source.size for source in sources)) as progress:
        with output.opened(output_file) as writer, processing(settings) as processor:
            for entry, outcome in outcomes(processor, inputs.windows(entries, settings.batch)):
                writer.write(line(entry, outcome, pretty=pretty))
                progress.count(fate(outcome), entry.position)
        progress.summary()
    if strict and progress.counts["rejected"]:
        raise typer.Exit(ExitCode.FAILED)


def outcomes(processor: Processor, windows: Iterable[list[Entry]]) -> Iterator[tuple[Entry, Outcome]]:
    """Each entry with its outcome, in order; only one window is in memory, whatever the input's size."""
    for window in windows:
        fates = processor.outcomes([entry.record for entry in window if isinstance(entry.record, Record)])
        for entry in window:
            yield entry, next(fates) if isinstance(entry.record, Record) else entry.record


def line(entry: Entry, outcome: Outcome, *, pretty: bool) -> bytes:
    """What is written for one input, its newline included."""
    if isinstance(outcome, Enriched):
        document = outcome.document
        if pretty:
            document = orjson.dumps(orjson.loads(document), option=orjson.OPT_INDENT_2)
        return document + b"\n"
    told = {"id": outcome.id or stated_id(entry), fate(outcome): outcome.reason}
    return orjson.dumps(told, option=orjson.OPT_INDENT_2 if pretty else None) + b"\n"


def fate(outcome: Outcome) -> str:
    """The outcome's word in the output and the summary."""
    match outcome:
        case Enriched():
            return "enriched"
        case Skipped():
            return "skipped"
        case Rejected():
            return "rejected"


def stated_id(entry: Entry) -> str:
    """The id that an unreadable input states, if that much can be read of it, else its name."""
    headers = dict(entry.record.headers) if isinstance(entry.record, Record) else {}
    if isinstance(entry.record, Rejected) or "id" in headers:
        return entry.name
    try:
        envelope = orjson.loads(entry.record.value)
    except orjson.JSONDecodeError:
        return entry.name
    stated = envelope.get("id") if isinstance(envelope, dict) else None
    return str(stated) if isinstance(stated, str | int) else entry.name
