"""The tagger's network, learned from rows of features and their tags."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Adam, Dropout, Maxout, Model, Softmax, chain, fix_random_seed

from worker.steps.entities.tagger.decode import TAGS
from worker.steps.entities.tagger.network import Network
from worker.steps.entities.tagger.vectors import Floats

UNITS, EPOCHS, BATCH = 128, 12, 256
RATE, LEAST_RATE, DECAY = 0.001, 0.0001, 1e-5
INPUT_DROPOUT, DROPOUT = 0.15, 0.3


def fit(rows: Floats, tags: NDArray[np.intp], weights: Floats, seeds: Sequence[int]) -> Network:
    """One network a seed, side by side."""
    layers = [_arrays(_learn(rows, tags, weights, seed)) for seed in seeds]
    return Network(*(np.stack(arrays) for arrays in zip(*layers, strict=True)))


def _learn(rows: Floats, tags: NDArray[np.intp], weights: Floats, seed: int) -> Model[Any, Any]:
    fix_random_seed(seed)
    order = np.random.default_rng(seed)
    hidden = Maxout(UNITS, rows.shape[1], nP=2, normalize=True, dropout=DROPOUT)
    model: Model[Any, Any] = chain(Dropout(INPUT_DROPOUT), hidden, Softmax(len(TAGS), UNITS))
    right = np.eye(len(TAGS))[tags].astype(np.float32)
    model.initialize(rows[:BATCH], right[:BATCH])
    optimizer = Adam(RATE, L2=DECAY)
    for epoch in range(EPOCHS):
        optimizer.learn_rate = RATE * (1 - epoch / EPOCHS) + LEAST_RATE
        for batch in np.array_split(order.permutation(len(rows)), max(1, len(rows) // BATCH)):
            guessed, backward = model.begin_update(rows[batch])
            backward((guessed - right[batch]) * weights[batch, None] / len(batch))
            model.finish_update(optimizer)
    return model


def _arrays(model: Model[Any, Any]) -> tuple[Floats, ...]:
    """The parameters in the order and form of Network."""
    layers = {layer.name: layer for layer in model.walk()}
    maxout, norm, softmax = layers["maxout"], layers["layernorm"], layers["softmax"]
    weights = np.asarray(maxout.get_param("W"))  # (units, 2, inputs)
    bias = np.asarray(maxout.get_param("b"))
    hidden = np.concatenate([weights[:, 0], weights[:, 1]]).T
    parts = (
        hidden,
        np.concatenate([bias[:, 0], bias[:, 1]]),
        norm.get_param("G"),
        norm.get_param("b"),
        np.asarray(softmax.get_param("W")).T,
        softmax.get_param("b"),
    )
    return tuple(np.asarray(part, np.float32) for part in parts)
