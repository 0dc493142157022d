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
    # By `take`, which copies whole rows where an index in brackets takes two and a half times as long.
    answers = (table.take(trees.figures, axis=0) > trees.thresholds[:, None]).view(np.uint8)
    leaf = answers.take(trees.questions[-1], axis=0)
    for questions in trees.questions[-2::-1]:
        leaf += leaf
        leaf |= answers.take(questions, axis=0)
    count, leaves = trees.values.shape
    start_of_tree = np.arange(0, count * leaves, leaves)[:, None]
    odds: Floats = trees.values.take(leaf + start_of_tree).sum(axis=0) + trees.bias
    return odds
