"""A conditional logit: of the candidates of a page one is right."""

import argparse
import json
import lzma
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from training.folds import FOLDS, fold_of
from worker.model import RawArticle, Record
from worker.settings import Input
from worker.wire import decode

TRACKS, STEPS, PENALTY = ("crawl", "resi", "lines"), 4_000, 1.0
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A page's candidates, a row of traits each, and which of them are right."""

    site: str
    rows: Numbers
    right: NDArray[np.bool_]


def flattened(folder: Path, name: str) -> Iterator[tuple[RawArticle, dict[str, Any]]]:
    """The pages of one form, each beside its gold."""
    golds = {gold["id"]: gold for gold in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))}
    with lzma.open(folder / f"inputs_text_{name}.jsonl.xz") as lines:
        for raw in (decode(Record(value=line), Input()) for line in lines):
            if isinstance(raw, RawArticle):
                yield raw, golds[raw.id]


def learn(doc: str | None, choices_of: Callable[[Path, str], Iterator[Choice]], in_use: NamedTuple) -> None:
    """A program that learns from every form of every page of the set that its command line names."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("set", type=Path, help="folder of wcxb_dev")
    folder: Path = parser.parse_args().set
    choices = [choice for name in TRACKS for choice in track(choices_of(folder, name), name)]
    tell(choices, in_use._fields, in_use)


def tell(choices: Sequence[Choice], names: Sequence[str], in_use: Sequence[float]) -> None:
    """Print how often the likeliest is right, by folds of sites, and then the weights that all pages give."""
    console, shipped = Console(), np.array(in_use)
    for fold in range(FOLDS):
        learned = fit([choice for choice in choices if fold_of(choice.site) != fold])
        held = [choice for choice in choices if fold_of(choice.site) == fold]
        console.print(
            f"fold {fold}: {share(held, learned):.3f} right, {share(held, shipped):.3f} by the weights in use"
        )
    for name, weight in zip(names, fit(choices), strict=True):
        console.print(f"{name:12}{weight:6.2f}")


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


def share(choices: Sequence[Choice], weights: Numbers) -> float:
    """The share of pages of which the likeliest candidate is right."""
    return float(np.mean([len(c.rows) > 0 and c.right[np.argmax(c.rows @ weights)] for c in choices]))
