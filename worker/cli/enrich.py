"""`news-worker enrich`: articles from files to JSON, by the same pool of processes that serves Kafka."""

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

import orjson
import typer

from worker.app import processing
from worker.cli import inputs, options, output, sources
from worker.cli.inputs import Entry
from worker.cli.progress import Progress
from worker.exit_codes import ExitCode
from worker.model import Enriched, Outcome, Record, Rejected, Skipped
from worker.service import Processor

HELP = """Articles from files to enriched JSON, in input order; no Kafka needed.

[b]Inputs[/b]: files, folders (searched through), patterns, [b]-[/b] for standard input.
HTML (.html .htm .xhtml), text (.txt), envelopes (.jsonl .ndjson one a line,
.json one a file), each also as .gz, .xz or .zst.

[b]Output[/b]: a JSON document a line. An input that is no article gives
{"id", "skipped": reason}, one that cannot be read {"id", "rejected": reason}.
The id is a page's path, or what the envelope states, else derived from its
URL and content.

[b]Examples[/b]

  news-worker enrich page.html --pretty

  news-worker enrich crawl/ 'more/**/*.html.gz' -o articles.jsonl.zst

  xzcat in.jsonl.xz | news-worker enrich - --steps entities | jq .title

[b]Exit codes[/b]: 0 all inputs were processed · 1 some were rejected, with
--strict · 2 wrong arguments or settings · 130 Ctrl-C
"""

WINDOWS_IN_HAND = 2
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Write to this file (.gz .xz .zst compress), there whole at the end or not."),
]
Pretty = Annotated[bool, typer.Option("--pretty", help="Indented JSON, for reading.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 if any input was rejected.")]
RemovedFlag = Annotated[
    Literal["lines", "counts", "off"] | None, typer.Option("--removed", help="What is told of the removed boilerplate.")
]


def enrich(
    arguments: options.Inputs,
    output_file: Output = None,
    form: options.FileFormat = None,
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
    found = sources.find(arguments, form)
    entries = inputs.read(found, limit=settings.input.max_bytes)
    with Progress("Enriching", total=sum(source.size for source in found)) as progress:
        with output.opened(output_file) as writer, processing(settings) as processor:
            for entry, outcome in outcomes(processor, inputs.windows(entries, settings.batch)):
                writer.write(line(entry, outcome, pretty=pretty))
                progress.count(fate(outcome), entry.position)
        progress.summary()
    if strict and progress.counts["rejected"]:
        raise typer.Exit(ExitCode.FAILED)


def outcomes(processor: Processor, windows: Iterable[list[Entry]]) -> Iterator[tuple[Entry, Outcome]]:
    """Each entry with its outcome, in order; two windows are in hand, so that no child waits for the next one."""
    at_work: deque[tuple[list[Entry], Iterator[Outcome]]] = deque()
    for window in windows:
        records = [entry.record for entry in window if isinstance(entry.record, Record)]
        at_work.append((window, processor.outcomes(records)))
        if len(at_work) == WINDOWS_IN_HAND:
            yield from _fates(*at_work.popleft())
    for window, fates in at_work:
        yield from _fates(window, fates)


def _fates(window: list[Entry], fates: Iterator[Outcome]) -> Iterator[tuple[Entry, Outcome]]:
    for entry in window:
        yield entry, next(fates) if isinstance(entry.record, Record) else entry.record


def line(entry: Entry, outcome: Outcome, *, pretty: bool) -> bytes:
    """What is written for one input, its newline included."""
    if isinstance(outcome, Enriched):
        document = outcome.document
        if pretty:
            document = orjson.dumps(orjson.loads(document), option=orjson.OPT_INDENT_2)
        return document + b"\n"
    told = {"id": outcome.id or inputs.stated_id(entry) or entry.name, fate(outcome): outcome.reason}
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
