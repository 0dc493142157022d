"""`python -m bench.quotations`: milliseconds an article of the step and of its pipes, in one run."""

import re
import statistics
import time
from collections.abc import Callable
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from bench.throughput import cleaned, envelopes
from worker.model import Article, Paragraph
from worker.nlp import load, read
from worker.settings import Settings
from worker.steps import Reading
from worker.steps.entities import entities
from worker.steps.quotations import quotations

ROUNDS = 3
ARTICLES = 96
PIPES = {"ner": {"ner"}, "ner and tagger": {"ner", "tagger"}, "ner, tagger, parser": {"ner", "tagger", "parser"}}


def main() -> int:
    """Measure in turns and print the medians."""
    settings = Settings()
    texts = cleaned(envelopes(1), settings)[:ARTICLES]
    models = {name: load(settings.nlp, frozenset(pipes)) for name, pipes in PIPES.items()}
    readings = [_reading(text, read(models["ner, tagger, parser"], text)) for text in texts]
    work: dict[str, Callable[[], object]] = {name: partial(_annotate, nlp, texts) for name, nlp in models.items()}
    work["the step"] = lambda: [quotations(reading) for reading in readings]
    rounds = [{name: _milliseconds(call, len(texts)) for name, call in work.items()} for _ in range(ROUNDS)]
    print(f"{len(texts)} articles of {sum(len(text.split()) for text in texts) / len(texts):.0f} words")
    for name in work:
        print(f"{name:<22}{statistics.median(laps[name] for laps in rounds):8.2f} ms an article")
    return 0


def _annotate(nlp: Language, texts: list[str]) -> None:
    for text in texts:
        read(nlp, text)


def _reading(text: str, doc: Doc) -> Reading:
    lines = re.finditer(r"[^\n]+", text)
    paragraphs = tuple(Paragraph(start=line.start(), end=line.end()) for line in lines)
    reading = Reading(doc, Article(id="a", text=text, paragraphs=paragraphs))
    return Reading(reading.doc, reading.article, {"entities": entities(reading) or ()})


def _milliseconds(work: Callable[[], object], articles: int) -> float:
    """CPU time, which other work on the machine does not stretch as much as it does the clock."""
    begun = time.process_time()
    work()
    return 1000 * (time.process_time() - begun) / articles


if __name__ == "__main__":
    raise SystemExit(main())
