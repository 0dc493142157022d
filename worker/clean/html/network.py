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
    hidden = _relu(x @ w["in"] + w["in_bias"][:, None])
    for i, dilation in enumerate(DILATIONS):
        wide = np.concatenate([shifted(hidden, dilation), hidden, shifted(hidden, -dilation)], axis=2)
        hidden += (
            _relu(wide @ w[f"wide{i}"] + w[f"wide{i}_bias"][:, None]) @ w[f"back{i}"] + w[f"back{i}_bias"][:, None]
        )
        if i == PAGE_AFTER:
            page = np.concatenate([hidden.mean(axis=1), hidden.max(axis=1)], axis=1)[:, None]
            hidden += _relu(page @ w["page"] + w["page_bias"][:, None])
    odds: Floats = (_relu(hidden) @ w["out"] + w["out_bias"][:, None])[..., 0].mean(axis=0)
    return odds


def _relu(values: Floats) -> Floats:
    return np.maximum(values, 0, out=values)
