"""The forward pass that the networks over lines and those over segments have in common.

What it is of is told in `training/network.py`, where the same stands in JAX.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]
Weights = Mapping[str, NDArray[Any]]
"""The weights of several networks side by side: their first axis is the network."""

DILATIONS = (1, 2, 4, 8, 16)
PAGE_AFTER = 1
"""After this layer each place is told the mean and the maximum of the page."""
LARGEST = 5.0
"""Columns are bound to so many standard deviations of the training pages."""


def scaled(w: Weights, columns: Values) -> Values:
    """The columns in standard deviations of the training pages."""
    found: Values = np.clip((columns - w["mean"]) / w["deviation"], -LARGEST, LARGEST).astype(np.float32, copy=False)
    return found


def log_odds(w: Weights, x: Values) -> Values:
    """The mean of what the networks say of each place of a page, from (places × columns), or such of each network."""
    hidden = _relu(_dense(w, "in", x))
    for i, dilation in enumerate(DILATIONS):
        wide = np.concatenate([shifted(hidden, dilation), hidden, shifted(hidden, -dilation)], axis=2)
        hidden += _dense(w, f"back{i}", _relu(_dense(w, f"wide{i}", wide)))
        if i == PAGE_AFTER:
            page = np.concatenate([hidden.mean(axis=1), hidden.max(axis=1)], axis=1)[:, None]
            hidden += _relu(_dense(w, "page", page))
    odds: Values = _dense(w, "out", _relu(hidden))[..., 0].mean(axis=0)
    return odds


def shifted(hidden: Values, by: int) -> Values:
    """Each place's neighbour so many before it (after it where negative); nothing beyond the page."""
    found = np.zeros_like(hidden)
    if by > 0:
        found[:, by:] = hidden[:, :-by]
    else:
        found[:, :by] = hidden[:, -by:]
    return found


def _dense(w: Weights, layer: str, values: Values) -> Values:
    """The layer's weights and bias; added in place, for arrays in the making cost as much as the sum."""
    found: Values = values @ w[layer]
    found += w[f"{layer}_bias"][:, None]
    return found


def _relu(values: Values) -> Values:
    return np.maximum(values, 0, out=values)
