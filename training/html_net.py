"""The network over a page's segments: of each it sees the figures (`worker/clean/html/judgement.py`)."""

from collections.abc import Sequence
from typing import Any

import jax
import numpy as np

from training.html_pages import Page
from training.network import Batch, Inputs, Parameters, Parts, batches, convolved, initial, learned, standard
from worker.clean.convolution import Weights, scaled

HIDDEN = 48
SCALE = frozenset({"mean", "deviation"})
"""The arrays that are no parameters."""
DROP_FIGURES = 0.2
"""Figures are dropped so that none is relied on alone: a page may be of another language, or another site."""
HIDDEN_FROM_IT = (
    (0.25, ("says:", "begins:", "function-words")),
    (0.1, ("near:", "inner:")),
)
"""So often a page is shown without what words say, as if in a language of its own, and without names of classes."""
EPOCHS = 16
MADE_SHARE = 0.3
"""Of the made pages so many are seen each time, others the next."""
LEAST_WORDS, MOST_WORDS = 0.3, 400


def train(pages: Sequence[Page], seed: int) -> dict[str, Any]:
    """The network's arrays, and how figures are scaled."""
    given, made = [page for page in pages if not page.made], [page for page in pages if page.made]
    scale = standard([page.table for page in given])
    share = int(len(made) * MADE_SHARE)
    chance = np.random.RandomState(seed)

    def pack(parts: Parts[Page], length: int) -> Batch:
        return packed(parts, length, scale, chance)

    def epoch() -> list[Batch]:
        return batches(given, made, share, lambda page: len(page.answers), pack, chance)

    parameters = initial(chance, len(scale["mean"]), HIDDEN)
    average = learned(parameters, forward, [epoch] * EPOCHS, len(given) + share, seed, lambda *_: None)
    return scale | {name: np.asarray(value) for name, value in average.items()}


def forward(p: Parameters, inputs: Inputs, mask: Any, key: Any) -> Any:
    """Log odds in training, pages × segments."""
    (x,) = inputs
    own, columns = jax.random.split(key)
    return convolved(p, x * jax.random.bernoulli(columns, 1 - DROP_FIGURES, (x.shape[0], 1, x.shape[2])), mask, own)


def packed(parts: Parts[Page], length: int, scale: Weights, chance: np.random.RandomState) -> Batch:
    """These segments of these pages as one batch of `length` segments each, some figures of some pages hidden."""
    hidden = [(share, [name.startswith(some) for name in parts[0][0].names]) for share, some in HIDDEN_FROM_IT]
    shape = (len(parts), length)
    x = np.zeros((*shape, len(scale["mean"])), np.float32)
    mask, answers, words = (np.zeros(shape, np.float32) for _ in range(3))
    for row, (page, part) in enumerate(parts):
        table = page.table[part].copy()
        size = len(table)
        for share, columns in hidden:
            if chance.rand() < share:
                table[:, columns] = 0
        x[row, :size] = scaled(scale, table)
        mask[row, :size], answers[row, :size] = 1, page.answers[part]
        words[row, :size] = np.clip(page.words[part], LEAST_WORDS, MOST_WORDS)
    return (x,), mask, answers, words
