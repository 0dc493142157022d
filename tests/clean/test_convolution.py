"""The forward pass that lines and segments share."""

import numpy as np
import pytest

from worker.clean.convolution import DILATIONS, Values, Weights, log_odds, shifted

COLUMNS, WIDTH = 5, 4


def weights(nets: int) -> Weights:
    chance = np.random.default_rng(1)
    shapes = {"in": (COLUMNS, WIDTH), "page": (2 * WIDTH, WIDTH), "out": (WIDTH, 1)}
    shapes |= {f"wide{i}": (3 * WIDTH, WIDTH) for i in range(len(DILATIONS))}
    shapes |= {f"back{i}": (WIDTH, WIDTH) for i in range(len(DILATIONS))}
    found = {name: chance.normal(size=(nets, *shape)).astype(np.float32) for name, shape in shapes.items()}
    return found | {f"{name}_bias": array[:, 0] for name, array in found.items()}


def page(places: int) -> Values:
    found: Values = np.random.default_rng(2).normal(size=(places, COLUMNS)).astype(np.float32)
    return found


@pytest.mark.parametrize("places", [1, 2, 40])
def test_networks_together_say_the_mean_of_what_each_says(places: int) -> None:
    together, x = weights(3), page(places)
    alone = [log_odds({name: array[i : i + 1] for name, array in together.items()}, x) for i in range(3)]
    assert np.allclose(log_odds(together, x), np.mean(alone, axis=0), rtol=1e-4)


@pytest.mark.parametrize(
    ("by", "expected"), [(1, [0, 1, 2, 3]), (-1, [2, 3, 4, 0]), (16, [0, 0, 0, 0]), (-16, [0, 0, 0, 0])]
)
def test_beyond_the_page_there_is_nothing(by: int, expected: list[int]) -> None:
    hidden = np.array([1, 2, 3, 4], np.float32)[None, :, None]
    assert shifted(hidden, by)[0, :, 0].tolist() == expected
