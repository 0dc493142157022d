"""Quality may only go up."""

import pytest

from bench.floors import below, floors, raised, scores
from tests.quality.measure import measure
from tests.quality.raise_floors import FLOORS


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    return measure()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", floors(FLOORS))
def test_a_figure_is_not_below_its_floor(measured: dict[str, float], name: str) -> None:
    assert measured[name] >= floors(FLOORS)[name]


def test_every_figure_has_a_floor(measured: dict[str, float]) -> None:
    assert set(measured) == set(floors(FLOORS))


def test_no_figure_of_the_last_quality_run_is_below_its_floor() -> None:
    assert below(floors(), scores()) == []


def test_every_figure_of_the_last_quality_run_has_a_floor() -> None:
    assert set(scores()) <= set(floors())


@pytest.mark.parametrize(
    ("standing", "measured_now", "expected"),
    [({"a": 0.9}, {"a": 0.8}, 0.9), ({"a": 0.9}, {"a": 0.95}, 0.948), ({}, {"a": 0.5}, 0.498), ({"a": 0.9}, {}, 0.9)],
)
def test_a_floor_is_raised_and_never_lowered(
    standing: dict[str, float], measured_now: dict[str, float], expected: float
) -> None:
    assert raised(standing, measured_now) == {"a": expected}
