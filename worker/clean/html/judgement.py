"""The learned judgement: the mean of what trees and a small network say, which err differently."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from worker.clean.convolution import Weights, log_odds, scaled
from worker.clean.html.containers import Floats
from worker.clean.html.trees import Trees, tree_odds, trees_of

MODEL = "model.npz"
OF_NETWORK = "net-"
"""Before the names of the network's arrays in the model's file."""
AT_ONCE = 1_024
"""Segments that trees judge at once: what is held in memory for a page must not grow with it."""
TREES_SHARE = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What was learned, and the figures that it is told, in their order."""

    names: tuple[str, ...]
    trees: Trees
    network: Weights


def probabilities(rows: Mapping[str, Floats]) -> Floats:
    """How likely each segment is part of the article."""
    learned = model()
    table = np.array([rows[name] for name in learned.names], dtype=np.float32)
    parts = [table[:, at : at + AT_ONCE] for at in range(0, table.shape[1], AT_ONCE)]
    by_trees = np.concatenate([tree_odds(learned.trees, part) for part in parts])
    odds = TREES_SHARE * by_trees + (1 - TREES_SHARE) * log_odds(learned.network, scaled(learned.network, table.T))
    chances: Floats = 1 / (1 + np.exp(-odds))
    return chances


@cache
def model() -> Model:
    """The model, read once a process."""
    with files(__package__).joinpath(MODEL).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return Model(
            names=tuple(stored["names"].tolist()),
            trees=trees_of(stored),
            network={
                name.removeprefix(OF_NETWORK): stored[name].astype(np.float32)
                for name in stored.files
                if name.startswith(OF_NETWORK)
            },
        )
