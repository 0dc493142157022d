"""The straight line, from records to outcomes: without clock, environment, network or Kafka.

What becomes of a record depends on the record, the settings and the version alone, not on its neighbours.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeVar

from worker.clean import clean
from worker.extract import extract
from worker.model import (
    Article,
    Document,
    Enriched,
    Outcome,
    Record,
    Rejected,
    RejectReason,
    Skipped,
    SkipReason,
    Stage,
    Stopwatch,
    no_stopwatch,
)
from worker.settings import Settings
from worker.steps import Reader, Readers, enabled
from worker.wire import decode, encode

DETAIL_CHARACTERS = 300
BATCH_CHARACTERS = 60_000
"""The small English model takes 5 KB of memory a character while it reads: eight long reports at once need 1 GB."""
T = TypeVar("T")


class Pipeline:
    """The line with its language models, loaded once; raises NlpError where that fails."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._readers = Readers(settings.nlp, enabled(settings.nlp.steps))

    def process(self, records: Sequence[Record], stopwatch: Stopwatch = no_stopwatch) -> list[Outcome]:
        """One outcome a record, in the same order; what goes wrong with one costs none of the others."""
        found = [self._article(record, stopwatch) for record in records]
        batches: dict[int, tuple[Reader, list[int]]] = {}
        for place, item in enumerate(found):
            if isinstance(item, Article):
                reader = self._readers.of(item)
                batches.setdefault(id(reader), (reader, []))[1].append(place)
        outcomes: dict[int, Outcome] = {}
        for reader, places in batches.values():
            articles = [item for place in places if isinstance(item := found[place], Article)]
            outcomes.update(zip(places, self._enrich(reader, articles, stopwatch), strict=True))
        return [outcomes[place] if isinstance(item, Article) else item for place, item in enumerate(found)]

    def _article(self, record: Record, stopwatch: Stopwatch) -> Article | Skipped | Rejected:
        """Decode, clean, extract; and is there an article at all?"""
        raw = attempt(Stage.DECODE, lambda: decode(record, self._settings.input), stopwatch)
        if isinstance(raw, Rejected):
            return raw
        cleaned = attempt(Stage.CLEAN, lambda: clean(raw), stopwatch, raw.id)
        if isinstance(cleaned, Rejected):
            return cleaned
        if cleaned.skip:
            return Skipped(reason=cleaned.skip, id=raw.id)
        article = attempt(Stage.EXTRACT, lambda: extract(raw, cleaned), stopwatch, raw.id)
        return article if isinstance(article, Rejected) else self._sift(article)

    def _sift(self, article: Article) -> Article | Skipped:
        if not article.text.strip():
            return Skipped(reason=SkipReason.EMPTY, id=article.id)
        if len(article.text) < self._settings.input.min_characters:
            return Skipped(reason=SkipReason.TOO_SHORT, id=article.id)
        return article

    def _enrich(self, reader: Reader, articles: Sequence[Article], stopwatch: Stopwatch) -> list[Outcome]:
        """Annotate, run the steps, encode, batch by batch."""
        outcomes: list[Outcome] = []
        while rest := articles[len(outcomes) :]:
            outcomes += self._read(reader, rest[: self._batch(rest)], stopwatch)
        return outcomes

    def _read(self, reader: Reader, articles: Sequence[Article], stopwatch: Stopwatch) -> list[Outcome]:
        """One batch; where it fails its articles are tried one by one, so that the culprit alone is rejected."""
        documents = attempt(Stage.ANNOTATE, lambda: reader.enrich(articles, stopwatch), id_=articles[0].id)
        if not isinstance(documents, Rejected):
            return [self._encode(document, reader.unread, stopwatch) for document in documents]
        if len(articles) == 1:
            return [documents]
        return [outcome for article in articles for outcome in self._read(reader, [article], stopwatch)]

    def _batch(self, articles: Sequence[Article]) -> int:
        """How many of the articles to read together: one at least."""
        most = self._settings.nlp.batch_size
        characters = accumulate(len(article.text) for article in articles[:most])
        return max(1, sum(total <= BATCH_CHARACTERS for total in characters))

    def _encode(self, document: Document, unread: str | None, stopwatch: Stopwatch) -> Enriched | Rejected:
        id_ = document.article.id
        value = attempt(Stage.ENCODE, lambda: encode(document, self._settings.output.removed), stopwatch, id_)
        if isinstance(value, Rejected):
            return value
        failed = tuple(problem.step for problem in document.problems)
        return Enriched(id=id_, document=value, failed_steps=failed, unread=unread)


def attempt(
    stage: Stage, call: Callable[[], T], stopwatch: Stopwatch = no_stopwatch, id_: str | None = None
) -> T | Rejected:
    """What the call returns, or, whatever it raises, the rejection of the record at this stage."""
    try:
        with stopwatch(stage):
            return call()
    except MemoryError:
        return Rejected(stage=stage, reason=RejectReason.OUT_OF_MEMORY, detail="MemoryError", id=id_)
    except Exception as error:  # noqa: BLE001 - one record must never cost its neighbours, whatever is wrong with it
        return Rejected(stage=stage, reason=RejectReason.ERROR, detail=_detail(error), id=id_)


def _detail(error: Exception) -> str:
    """The error in one line that any header can carry, whatever of the page its message quotes."""
    line = " ".join(f"{type(error).__name__}: {error}".split())[:DETAIL_CHARACTERS]
    return line.encode(errors="replace").decode()
