"""Which segments stay, by their odds and their neighbours."""

import numpy as np
import pytest

from worker.clean.html.choose import TELLING, choose

P, H = 0.0, 1.0


@pytest.mark.parametrize(
    ("kinds", "log_odds", "kept"),
    [
        ((P, H, P), (4, 3, 4), (True, True, True)),
        ((P, H, P), (4, -2, 4), (True, True, True)),  # a doubtful heading between text
        ((P, H, P), (4, -4, 4), (True, False, True)),
        ((P, H, P), (4, -0.5, -4), (True, False, False)),  # what it heads is gone
        ((H, P, P), (-0.5, 4, 4), (False, True, True)),  # no text before it
        ((P, H, H), (4, 1, 1), (True, False, False)),  # headings that nothing follows
        ((P, H, H), (4, 3, 3), (True, True, True)),  # a list of pictures
    ],
)
def test_headings_stay_with_the_text_they_head(
    kinds: tuple[float, ...], log_odds: tuple[float, ...], kept: tuple[bool, ...]
) -> None:
    columns = {name: np.zeros(len(kinds)) for name in (*TELLING, "tag")}
    rows = {**columns, "words": np.full(len(kinds), 3.0), "heading": np.array(kinds)}
    assert tuple(choose(rows, ["text"] * len(kinds), np.array(log_odds, float)).tolist()) == kept
