"""How second opinions join the labels."""

import numpy as np
import pytest

from training.opinions import mixed


@pytest.mark.parametrize(
    ("odds", "share", "expected"),
    [(0.0, 0.5, [0.75, 0.25]), (9.0, 0.0, [1.0, 0.0]), (100.0, 0.3, [1.0, 0.3]), (-100.0, 0.3, [0.7, 0.0])],
)
def test_an_answer_is_for_its_share_the_second_opinion(odds: float, share: float, expected: list[float]) -> None:
    answers = np.array([1.0, 0.0], np.float32)
    assert mixed(answers, np.full(2, odds), share) == pytest.approx(expected)
