"""`python -m bench.names`: tokens a second with names and places, beside the small model as spaCy brings it.

Processor time of one process, in one run, in turns, on the sample pages' articles; the median of the turns.
Run it with OMP_NUM_THREADS=1, as the worker's children have it: all threads of the BLAS count as processor time.
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
from spacy.language import Language
from spacy.tokens import Doc

from worker.model import Article
from worker.nlp import load, read
from worker.settings import Settings
from worker.steps import STEPS
from worker.steps.reader import run

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "gold.jsonl.gz"
PIPES = frozenset({"ner", "senter"})
STEPS_OF_NAMES = tuple(step for step in STEPS if step.name in {"entities", "places"})
BATCH = 8
MEGABYTE = 2**20


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__)
    parser.add_argument("--turns", type=int, default=5)
    turns: int = parser.parse_args().turns
    texts = _texts()
    plain, ours = _plain(), load(Settings().nlp, PIPES)
    docs = [read(ours, text) for text in texts]
    tokens, process = sum(map(len, docs)), psutil.Process()
    before = process.memory_info().rss
    _steps(docs, texts)
    after = process.memory_info().rss
    ways: dict[str, Callable[[], object]] = {
        "plain": lambda: list(plain.pipe(texts, batch_size=BATCH)),
        "ours": lambda: [read(ours, text) for text in texts],
        "steps": lambda: _steps(docs, texts),
    }
    laps = [{name: _seconds(way) for name, way in ways.items()} for _ in range(turns)]
    seconds = {name: median(lap[name] for lap in laps) for name in ways}
    both = seconds["ours"] + seconds["steps"]
    print(f"{tokens} tokens, {turns} turns, tokens a second of processor time")
    print(f"ner and senter as spaCy brings them, {BATCH} articles a batch: {tokens / seconds['plain']:,.0f}")
    print(f"ner and senter as the worker reads: {tokens / seconds['ours']:,.0f}")
    print(f"with entities and places: {tokens / both:,.0f}; they take {1e6 * seconds['steps'] / tokens:.1f} µs a token")
    print(f"memory: {before / MEGABYTE:.0f} MB before the steps' first article, {after / MEGABYTE:.0f} MB after all")


def _plain() -> Language:
    nlp = spacy.load(Settings().nlp.model, exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"])
    for name in nlp.disabled:
        nlp.enable_pipe(name)
    return nlp


def _texts() -> list[str]:
    with gzip.open(SAMPLES, "rt", encoding="utf-8") as lines:
        articles = {item["source_url"]: "\n\n".join(item["body"]) for item in map(json.loads, lines)}
    return list(articles.values())


def _steps(docs: Sequence[Doc], texts: Sequence[str]) -> None:
    for doc, text in zip(docs, texts, strict=True):
        run(STEPS_OF_NAMES, Article(id="a", text=text, paragraphs=()), doc)


def _seconds(work: Callable[[], object]) -> float:
    """Processor time, which other work on the machine stretches less than the clock."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
