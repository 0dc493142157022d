"""`news-worker feed`: articles from files into the input topic."""

import itertools
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated

import orjson
import typer
from kafka import KafkaProducer
from kafka.errors import KafkaError
from kafka.producer.future import FutureRecordMetadata

from worker.cli import clients, inputs, options, sources
from worker.cli.errors import CommandError, UsageError
from worker.cli.inputs import Entry
from worker.cli.progress import Progress
from worker.cli.sources import Source
from worker.model import Record, Rejected
from worker.settings import Settings

HELP = """Send articles from files to the input topic; each delivery is checked.

[b]Inputs[/b] are those of `enrich`. An envelope is sent as it is, a page with its
path as header `id`; the id is the key. With --repeat every further round has
fresh ids: `-2`, `-3` … is put after them.

[b]Examples[/b]

  news-worker feed samples/articles.jsonl.gz

  news-worker feed crawl/ --rate 50 --repeat 10 -b kafka:9092

[b]Exit codes[/b]: 0 all were delivered · 1 some could not be read or delivered ·
2 wrong arguments or settings · 3 Kafka unreachable
"""

IN_FLIGHT = 500
"""Unconfirmed records at most: the client's producer has no bound of its own."""


def feed(
    arguments: options.Inputs,
    topic: Annotated[str | None, typer.Option("--topic", "-t", help="Where to; topics.input if not given.")] = None,
    rate: Annotated[float | None, typer.Option("--rate", min=0.001, help="Records a second at most.")] = None,
    repeat: Annotated[int, typer.Option("--repeat", min=1, help="How many rounds, each with fresh ids.")] = 1,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Records at most, over all rounds.")] = None,
    form: options.FileFormat = None,
    bootstrap_servers: options.BootstrapServers = None,
    config: options.Config = None,
    sets: options.Set = None,
) -> None:
    """Send every input, wait for every delivery, and say how many arrived where."""
    flags = {"kafka.bootstrap_servers": bootstrap_servers, "topics.input": topic}
    settings = options.effective(config, sets, flags)
    found = sources.find(arguments, form)
    entries = itertools.islice(_rounds(found, repeat, settings.kafka.max_request_bytes), limit)
    clients.require_topic(settings, settings.topics.input)
    total = repeat * sum(source.size for source in found)
    with Progress("Feeding", total=total) as progress, clients.producer(settings, linger_ms=20) as producer:
        feeder = Feeder(producer, settings.topics.input, progress)
        for entry in _paced(entries, rate):
            feeder.send(entry)
        feeder.finish()
    progress.summary()
    _report(feeder, settings)


class Feeder:
    """Sends entries and learns what became of each, with a bounded number on the way."""

    def __init__(self, producer: KafkaProducer, topic: str, progress: Progress) -> None:
        self.failures: list[str] = []
        self.partitions: Counter[int] = Counter()
        self._producer = producer
        self._topic = topic
        self._progress = progress
        self._waiting: deque[tuple[Entry, FutureRecordMetadata]] = deque()

    def send(self, entry: Entry) -> None:
        """Take the entry; wait for the oldest delivery where too many are on the way."""
        if isinstance(entry.record, Rejected):
            self._failed(entry, entry.record.detail)
            return
        key = key_of(entry)
        try:
            future = self._producer.send(
                self._topic, key=key, value=entry.record.value, headers=list(entry.record.headers)
            )
        except KafkaError as error:
            self._failed(entry, str(error))
            return
        self._waiting.append((entry, future))
        if len(self._waiting) >= IN_FLIGHT:
            self._settle()

    def finish(self) -> None:
        """Wait for every delivery."""
        self._producer.flush()
        while self._waiting:
            self._settle()

    def _settle(self) -> None:
        entry, future = self._waiting.popleft()
        try:
            delivered = future.get()
        except KafkaError as error:
            self._failed(entry, str(error))
        else:
            self.partitions[delivered.partition] += 1
            self._progress.count("delivered", entry.position)

    def _failed(self, entry: Entry, why: str) -> None:
        self.failures.append(f"{entry.name}: {why}")
        self._progress.count("failed", entry.position)


def _rounds(found: Sequence[Source], repeat: int, limit: int) -> Iterator[Entry]:
    if repeat > 1 and any(source.path is None for source in found):
        raise UsageError("Standard input can be read only once; give --repeat a file.")
    size = sum(source.size for source in found)
    for number in range(1, repeat + 1):
        for entry in inputs.read(found, limit):
            again = entry if number == 1 else renamed(entry, f"-{number}")
            yield replace(again, position=(number - 1) * size + entry.position)


def renamed(entry: Entry, suffix: str) -> Entry:
    """The same page under another id; what cannot be parsed, or has no id, stays as it is."""
    record = entry.record
    if isinstance(record, Rejected):
        return entry
    headers = tuple((name, value + suffix.encode() if name == "id" else value) for name, value in record.headers)
    value = record.value
    if "id" not in dict(headers) and (envelope := inputs.envelope(record)) and envelope.get("id") is not None:
        value = orjson.dumps(envelope | {"id": f"{envelope['id']}{suffix}"})
    return replace(entry, record=Record(value=value, headers=headers))


def key_of(entry: Entry) -> bytes | None:
    """The id that the input states, in UTF-8; without one there is no key."""
    stated = inputs.stated_id(entry)
    return stated.encode("utf-8", "replace") if stated is not None else None


def _paced(entries: Iterator[Entry], rate: float | None) -> Iterator[Entry]:
    started = time.monotonic()
    for number, entry in enumerate(entries):
        if rate is not None:
            time.sleep(max(0.0, started + number / rate - time.monotonic()))
        yield entry


def _report(feeder: Feeder, settings: Settings) -> None:
    number = feeder.partitions.total()
    typer.echo(
        f"{number:,} records delivered to {len(feeder.partitions)} partitions of {settings.topics.input} "
        f"at {settings.kafka.bootstrap_servers}"
    )
    for failure in feeder.failures[:10]:
        typer.echo(f"failed: {failure}", err=True)
    if feeder.failures:
        raise CommandError(f"{len(feeder.failures):,} records failed; feed those again.")
