"""The straight line, from records to outcomes: without clock, environment, network or Kafka.

What becomes of a record depends on the record, the settings and the version alone, not on its neighbours.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from worker.clean import clean
from worker.extract import extract
from worker.model import (
    Article,
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
from worker.steps import Readers, enabled
from worker.wire import decode, encode

DETAIL_CHARACTERS = 300
T = TypeVar("T")


class Pipeline:
    """The line with its language models, loaded once; raises NlpError where that fails."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._readers = Readers(settings.nlp, enabled(settings.nlp.steps))

    def process(self, records: Sequence[Record], stopwatch: Stopwatch = no_stopwatch) -> list[Outcome]:
        """One outcome a record, in the same order; what goes wrong with one costs none of the others."""
        return [self._outcome(record, stopwatch) for record in records]

    def _outcome(self, record: Record, stopwatch: Stopwatch) -> Outcome:
        article = self._article(record, stopwatch)
        return self._enriched(article, stopwatch) if isinstance(article, Article) else article

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

    def _enriched(self, article: Article, stopwatch: Stopwatch) -> Enriched | Rejected:
        """Annotate, run the steps, encode."""
        reader = self._readers.of(article)
        document = attempt(Stage.ANNOTATE, lambda: reader.enrich(article, stopwatch), id_=article.id)
        if isinstance(document, Rejected):
            return document
        value = attempt(Stage.ENCODE, lambda: encode(document, self._settings.output.removed), stopwatch, article.id)
        if isinstance(value, Rejected):
            return value
        failed = tuple(problem.step for problem in document.problems)
        return Enriched(id=article.id, document=value, failed_steps=failed, unread=reader.unread)


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
