"""The learned judgement: symmetric decision trees, evaluated by numpy alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from worker.clean.html.containers import Floats

MODEL = "model.npz"
AT_ONCE = 1_024
"""Segments that are judged at once: what is held in memory for a page must not grow with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """Every tree asks the same few questions, a figure above a threshold each, and has a value for each answer."""

    names: tuple[str, ...]
    """The figures asked for, in the order of `figures`."""
    figures: NDArray[np.intp]
    thresholds: Floats
    """Of each question; many trees ask the same."""
    questions: NDArray[np.intp]
    """The number of each tree's first, second … question: a row a place."""
    values: Floats
    """Of each tree and number made of its answers, the first question's answer as the last bit."""
    bias: float


def probabilities(rows: Mapping[str, Floats]) -> Floats:
    """How likely each segment is part of the article."""
    trees = model()
    table = np.stack([np.asarray(rows[name], dtype=np.float32) for name in trees.names])
    parts = [table[:, at : at + AT_ONCE] for at in range(0, table.shape[1], AT_ONCE)]
    odds = np.concatenate([_odds(trees, part) for part in parts])
    chances: Floats = 1 / (1 + np.exp(-odds))
    return chances


def _odds(trees: Trees, table: Floats) -> Floats:
    answers = (table[trees.figures] > trees.thresholds[:, None]).view(np.uint8)
    leaf = answers[trees.questions[0]]
    for place, questions in enumerate(trees.questions[1:], 1):
        leaf |= answers[questions] << np.uint8(place)
    every = np.arange(len(trees.values))[:, None]
    odds: Floats = trees.values[every, leaf].sum(axis=0) + trees.bias
    return odds


@cache
def model() -> Trees:
    """The trees, read once a process."""
    with files(__package__).joinpath(MODEL).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return Trees(
            names=tuple(stored["names"].tolist()),
            figures=stored["figures"].astype(np.intp),
            thresholds=stored["thresholds"],
            questions=stored["questions"].astype(np.intp),
            values=stored["values"],
            bias=float(stored["bias"]),
        )
