"""Symmetric decision trees, evaluated by numpy alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from worker.clean.html.containers import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """Every tree asks the same few questions, a figure above a threshold each, and has a value for each answer."""

    figures: NDArray[np.intp]
    """The row of the table that each question asks for."""
    thresholds: Floats
    """Of each question; many trees ask the same."""
    questions: NDArray[np.intp]
    """The number of each tree's first, second … question: a row a place."""
    values: Floats
    """Of each tree and number made of its answers, the first question's answer as the last bit."""
    bias: float


def trees_of(stored: Mapping[str, NDArray[Any]]) -> Trees:
    """The trees from the arrays of the model's file."""
    return Trees(
        figures=stored["figures"].astype(np.intp),
        thresholds=stored["thresholds"],
        questions=stored["questions"].astype(np.intp),
        values=stored["values"],
        bias=float(stored["bias"]),
    )


def tree_odds(trees: Trees, table: Floats) -> Floats:
    """The log odds of each segment, from (figures × segments)."""
    answers = (table[trees.figures] > trees.thresholds[:, None]).view(np.uint8)
    leaf = answers[trees.questions[0]]
    for place, questions in enumerate(trees.questions[1:], 1):
        leaf |= answers[questions] << np.uint8(place)
    every = np.arange(len(trees.values))[:, None]
    odds: Floats = trees.values[every, leaf].sum(axis=0) + trees.bias
    return odds
