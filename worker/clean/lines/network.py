"""Which lines are article: a small network, trained by `training/lines`."""

from functools import cache
from importlib.resources import as_file, files

import numpy as np

from worker.clean.convolution import Weights, log_odds, scaled
from worker.clean.lines.buckets import Buckets
from worker.clean.lines.shape import Numbers


def logits(columns: Numbers, buckets: Buckets) -> Numbers:
    """For each line the log odds that it is article, from (lines × columns) and (lines × buckets)."""
    return network_odds(_weights(), columns, buckets)


def network_odds(w: Weights, columns: Numbers, buckets: Buckets) -> Numbers:
    """What a network of these weights says of each line; bucket 0 of its embedding is zero."""
    words = w["embedding"][buckets].sum(axis=1) / np.sqrt(1 + (buckets > 0).sum(axis=1, keepdims=True))
    return log_odds(w, np.concatenate([scaled(w, columns), words.astype(np.float32)], axis=1))


@cache
def _weights() -> Weights:
    """Read once a process."""
    with as_file(files(__package__) / "weights.npz") as path, np.load(path) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}
