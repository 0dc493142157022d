"""`python -m bench.names`: words a second of the `entities` step beside the language model's, and the memory it takes.

Processor time of one process, in one run, in turns, on the sample pages' articles; the median of the turns.
"""

import argparse
import gzip
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import psutil
import spacy
from spacy.tokens import Doc

from worker.model import Article
from worker.nlp import read
from worker.settings import Settings
from worker.steps.entities import entities
from worker.steps.step import Reading

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "gold.jsonl.gz"
ALONE = ("ner", "senter")
MEGABYTE = 2**20


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__)
    parser.add_argument("--turns", type=int, default=5)
    turns: int = parser.parse_args().turns
    texts = _texts()
    nlp = spacy.load(Settings().nlp.model, exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"])
    for name in nlp.disabled:
        nlp.enable_pipe(name)
    docs = [read(nlp, text) for text in texts]
    words, process = sum(map(len, docs)), psutil.Process()
    before = process.memory_info().rss
    _entities(docs, texts)
    after = process.memory_info().rss
    model, step = [], []
    for _ in range(turns):
        model.append(_seconds(lambda: _read(nlp, texts)))
        step.append(_seconds(lambda: _entities(docs, texts)))
    both = [one + other for one, other in zip(model, step, strict=True)]
    print(f"{words} words, {turns} turns, words a second of processor time")
    print(f"model alone ({' and '.join(ALONE)}): {words / median(model):,.0f}")
    print(f"model and step: {words / median(both):,.0f}; the step takes {1e6 * median(step) / words:.1f} µs a word")
    print(f"memory: {before / MEGABYTE:.0f} MB before the step's first article, {after / MEGABYTE:.0f} MB after all")


def _texts() -> list[str]:
    with gzip.open(SAMPLES, "rt", encoding="utf-8") as lines:
        articles = {item["source_url"]: "\n\n".join(item["body"]) for item in map(json.loads, lines)}
    return list(articles.values())


def _read(nlp: spacy.language.Language, texts: Sequence[str]) -> None:
    for text in texts:
        read(nlp, text)


def _entities(docs: Sequence[Doc], texts: Sequence[str]) -> None:
    for doc, text in zip(docs, texts, strict=True):
        entities(Reading(doc, Article(id="a", text=text, paragraphs=())))


def _seconds(call: Callable[[], None]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


if __name__ == "__main__":
    main()
