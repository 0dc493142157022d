"""A short storm; `python -m bench.chaos` is the long one."""

from pathlib import Path

import pytest

from bench.chaos.ledger import judge
from bench.chaos.schedule import Kind, schedule
from bench.chaos.storm import Plan, storm
from localkafka import LocalKafka


@pytest.mark.kafka
def test_a_short_storm_loses_doubles_and_reorders_nothing(cluster: LocalKafka, tmp_path: Path) -> None:
    plan = Plan(
        seed=7,
        messages=2000,
        faults=5,
        workers=2,
        seconds=120.0,
        feed_seconds=12.0,
        kinds=(Kind.KILL_WORKER, Kind.FREEZE_WORKER, Kind.KILL_CHILD, Kind.FREEZE_BROKER, Kind.JOIN),
    )
    result = storm(cluster, plan, tmp_path, say=print, show=lambda *_: None)
    assert result.verdict.holds, result
    assert result.verdict.published + result.verdict.dead_letters == 2000
    assert not any(result.exits)


def test_a_seed_gives_one_schedule_with_every_kind_of_fault() -> None:
    faults = schedule(5, 28)
    assert faults == schedule(5, 28) != schedule(6, 28)
    assert {fault.kind for fault in faults} == set(Kind)


@pytest.mark.parametrize(
    ("published", "dead", "figures"),
    [
        ({b"k": [1, 2, 3]}, {}, (0, 0, 0)),
        ({b"k": [1, 3]}, {b"k": [2]}, (0, 0, 0)),
        ({b"k": [1, 3]}, {}, (1, 0, 0)),
        ({b"k": [1, 2, 2, 3]}, {}, (0, 1, 0)),
        ({b"k": [1, 2, 3]}, {b"k": [3]}, (0, 1, 0)),
        ({b"k": [1, 3, 2]}, {}, (0, 0, 1)),
        ({b"k": [1, 2, 3, 4]}, {}, (0, 1, 0)),
        ({}, {}, (3, 0, 0)),
    ],
)
def test_the_books_show_what_was_lost_doubled_or_reordered(
    published: dict[bytes, list[int]], dead: dict[bytes, list[int]], figures: tuple[int, int, int]
) -> None:
    verdict = judge({b"k": [1, 2, 3]}, published, dead)
    assert (verdict.lost, verdict.duplicated, verdict.out_of_order) == figures
    assert verdict.holds == (figures == (0, 0, 0))
