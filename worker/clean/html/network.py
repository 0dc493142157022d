"""Small networks that see a page's segments in their order, trained by `training/html_net.py`: what trees lack.

The architecture is told there; what stands here is its forward pass.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from worker.clean.convolution import DILATIONS, LARGEST, PAGE_AFTER, shifted
from worker.clean.html.containers import Floats

Weights = Mapping[str, NDArray[Any]]


def network_odds(w: Weights, table: Floats) -> Floats:
    """The mean of the networks' log odds for each segment, from (figures × segments); a network is a first index."""
    x = np.clip((table.T - w["mean"]) / w["deviation"], -LARGEST, LARGEST)
    hidden = _relu(_dense(w, "in", x))
    for i, dilation in enumerate(DILATIONS):
        wide = np.concatenate([shifted(hidden, dilation), hidden, shifted(hidden, -dilation)], axis=2)
        hidden += _dense(w, f"back{i}", _relu(_dense(w, f"wide{i}", wide)))
        if i == PAGE_AFTER:
            page = np.concatenate([hidden.mean(axis=1), hidden.max(axis=1)], axis=1)[:, None]
            hidden += _relu(_dense(w, "page", page))
    odds: Floats = _dense(w, "out", _relu(hidden))[..., 0].mean(axis=0)
    return odds


def _dense(w: Weights, layer: str, values: Floats) -> Floats:
    """The layer's weights and bias; added in place, for arrays in the making cost as much as the sum."""
    found: Floats = values @ w[layer]
    found += w[f"{layer}_bias"][:, None]
    return found


def _relu(values: Floats) -> Floats:
    return np.maximum(values, 0, out=values)
