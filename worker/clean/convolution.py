"""What the networks over lines and those over segments have in common: how far they see, and along what."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

DILATIONS = (1, 2, 4, 8, 16)
PAGE_AFTER = 1
"""After this layer each place is told the mean and the maximum of the page."""
LARGEST = 5.0
"""Figures are bound to so many standard deviations of the training pages."""


def shifted(hidden: NDArray[Any], by: int) -> NDArray[Any]:
    """Each place's neighbour so many before it (after it where negative); nothing beyond the page."""
    found = np.zeros_like(hidden)
    if by > 0:
        found[:, by:] = hidden[:, :-by]
    else:
        found[:, :by] = hidden[:, -by:]
    return found
