"""Which lines are article: five small networks that vote, trained by `training/lines`."""

from functools import cache
from importlib.resources import as_file, files

import numpy as np

from worker.clean.convolution import Weights, log_odds, scaled
from worker.clean.lines.buckets import Buckets
from worker.clean.lines.shape import Numbers


def logits(columns: Numbers, buckets: Buckets) -> Numbers:
    """For each line the mean log-odds that it is article, from (lines × columns) and (lines × buckets)."""
    return _network().logits(columns, buckets)


@cache
def _network() -> "Network":
    """The weights, read once a process."""
    with as_file(files(__package__) / "weights.npz") as path, np.load(path) as stored:
        return Network({name: stored[name].astype(np.float32) for name in stored.files})


class Network:
    """All networks, with the embeddings of a word side by side."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nets, buckets, self._width = weights["embedding"].shape
        embedding = weights["embedding"].copy()
        embedding[:, 0] = 0
        self._embedding = embedding.transpose(1, 0, 2).reshape(buckets, self._nets * self._width)

    def logits(self, columns: Numbers, buckets: Buckets) -> Numbers:
        """The mean of the networks' log-odds, one a line."""
        x = scaled(self._weights, columns)
        everywhere = np.broadcast_to(x, (self._nets, *x.shape))
        return log_odds(self._weights, np.concatenate([everywhere, self._words(buckets)], axis=2))

    def _words(self, buckets: Buckets) -> Numbers:
        """The embeddings of each line's words, summed and scaled: networks × lines × width."""
        sums = self._embedding[buckets].sum(axis=1) / np.sqrt(1.0 + (buckets > 0).sum(axis=1, keepdims=True))
        words: Numbers = sums.astype(np.float32).reshape(len(buckets), self._nets, self._width).transpose(1, 0, 2)
        return words
