"""`python -m training.titles SET`: learn what speaks for a line of a flattened page to be its title, and print it.

A conditional logit: of the lines of a page that may be, one is the title. The weights, rounded, stand in
`worker/clean/title.py`. Tells the share of right titles by five folds of sites before it tells the weights of all.
"""

import argparse
import json
import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from worker.clean.characters import tidy_lines
from worker.clean.decide import inside
from worker.clean.lines.features import features
from worker.clean.pieces import pieces_of
from worker.clean.title import WEIGHTS, Traits, candidates
from worker.model import RawArticle, Record
from worker.settings import Input
from worker.wire import decode

TRACKS, FOLDS, STEPS, PENALTY = ("crawl", "resi", "lines"), 5, 4_000, 1.0
WORD = re.compile(r"\w+")
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A page's candidates, a row of traits each, and which of them say the title."""

    fold: int
    rows: Numbers
    right: NDArray[np.bool_]


def main() -> None:
    """Learn from every form of every page."""
    parser = argparse.ArgumentParser(prog="python -m training.titles", description=__doc__)
    parser.add_argument("set", type=Path, help="folder of wcxb_dev")
    folder: Path = parser.parse_args().set
    choices = [choice for name in TRACKS for choice in track(choices_of(folder, name), name)]
    console, shipped = Console(), np.array(WEIGHTS)
    for fold in range(FOLDS):
        learned = fit([choice for choice in choices if choice.fold != fold])
        held = [choice for choice in choices if choice.fold == fold]
        console.print(f"fold {fold}: {exact(held, learned):.3f} right, {exact(held, shipped):.3f} by those in use")
    for name, weight in zip(Traits._fields, fit(choices), strict=True):
        console.print(f"{name:12}{weight:6.2f}")


def choices_of(folder: Path, name: str) -> Iterator[Choice]:
    """The pages of one form."""
    golds = {gold["id"]: gold for gold in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))}
    with lzma.open(folder / f"inputs_text_{name}.jsonl.xz") as lines:
        for raw in (decode(Record(value=line), Input()) for line in lines):
            if not isinstance(raw, RawArticle):
                continue
            gold, page = golds[raw.id], features(pieces_of(tidy_lines(raw.content)))
            seen = candidates(page, inside(page), raw.url)
            said = [_words(page.texts[i]) == _words(gold["gold"]["title"]) for i in seen]
            rows = np.array(list(seen.values()), dtype=float).reshape(-1, len(WEIGHTS))
            fold = int(md5((gold["site"] or gold["id"]).encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS
            yield Choice(fold=fold, rows=rows, right=np.array(said, dtype=bool))


def fit(choices: Sequence[Choice]) -> Numbers:
    """The weights under which what is right is likeliest, by ascent along the gradient."""
    told = [choice for choice in choices if choice.right.any()]
    rows, right = np.concatenate([c.rows for c in told]), np.concatenate([c.right for c in told])
    sizes = np.array([len(c.rows) for c in told])
    first, page = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(sizes)), sizes)
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        scores = rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, first)[page])
        all_odds, right_odds = np.add.reduceat(odds, first), np.add.reduceat(odds * right, first)
        slope = (odds * right / np.maximum(right_odds, 1e-300)[page] - odds / all_odds[page]) @ rows
        weights += (slope - PENALTY * weights) / len(told)
    return weights


def exact(choices: Sequence[Choice], weights: Numbers) -> float:
    """The share of pages of which the likeliest line says the title and nothing else."""
    return float(np.mean([len(c.rows) > 0 and c.right[np.argmax(c.rows @ weights)] for c in choices]))


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


if __name__ == "__main__":
    main()
