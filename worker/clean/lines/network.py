"""Which lines are article: five small networks that vote, trained by `training/lines`.

The architecture is in `training/lines/net.py`; what stands here is its forward pass.
"""

from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from worker.clean.convolution import DILATIONS, LARGEST, PAGE_AFTER, shifted
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
    """The weights of all networks side by side; their first axis is the network."""

    def __init__(self, weights: dict[str, Numbers]) -> None:
        self._weights = weights
        nets, buckets, width = weights["embedding"].shape
        embedding = weights["embedding"].copy()
        embedding[:, 0] = 0
        self._nets, self._width = nets, width
        self._embedding = embedding.transpose(1, 0, 2).reshape(buckets, nets * width)

    def logits(self, columns: Numbers, buckets: Buckets) -> Numbers:
        """The mean of the networks' log-odds, one a line."""
        w = self._weights
        x = np.clip((columns - w["mean"]) / w["deviation"], -LARGEST, LARGEST).astype(np.float32)
        hidden = np.concatenate([np.broadcast_to(x, (self._nets, *x.shape)), self._words(buckets)], axis=2)
        hidden = _relu(hidden @ w["in"] + w["in_bias"][:, None])
        for i, dilation in enumerate(DILATIONS):
            wide = np.concatenate([shifted(hidden, dilation), hidden, shifted(hidden, -dilation)], axis=2)
            wide = _relu(wide @ w[f"wide{i}"] + w[f"wide{i}_bias"][:, None])
            hidden = hidden + wide @ w[f"back{i}"] + w[f"back{i}_bias"][:, None]
            if i == PAGE_AFTER:
                page = np.concatenate([hidden.mean(axis=1), hidden.max(axis=1)], axis=1)[:, None]
                hidden = hidden + _relu(page @ w["page"] + w["page_bias"][:, None])
        told: Numbers = (_relu(hidden) @ w["out"] + w["out_bias"][:, None])[..., 0].mean(axis=0)
        return told

    def _words(self, buckets: Buckets) -> Numbers:
        """The embeddings of each line's words, summed and scaled: networks × lines × width."""
        sums = self._embedding[buckets].sum(axis=1) / np.sqrt(1.0 + (buckets > 0).sum(axis=1, keepdims=True))
        words: Numbers = sums.astype(np.float32).reshape(len(buckets), self._nets, self._width).transpose(1, 0, 2)
        return words


def _relu(values: NDArray[np.float32]) -> Numbers:
    return np.maximum(values, 0)
