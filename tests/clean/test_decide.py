"""What the lines beside a line say of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.clean.decide import by_odds
from worker.clean.lines.features import Features
from worker.model import BoilerplateReason as Reason

AD = Reason.ADVERTISEMENT


def line(cue: Reason | None = None, *, cut: bool = False) -> Features:
    return Features(
        words=9, sentence_end=True, lowercase=0.9, bullet=False, heading_shape=False, glued=0, repeats=1, cut=cut,
        continues=False, cue=cue,
    )  # fmt: skip


def kept(odds: list[float], cues: dict[int, Reason] | None = None) -> str:
    lines = [line((cues or {}).get(i)) for i in range(len(odds))]
    return "".join("k" if told else "-" for told in by_odds(lines, np.array(odds, np.float32)))


@pytest.mark.parametrize(
    ("odds", "cues", "told"),
    [
        ([3, 3, -3], {}, "kk-"),
        ([3, 1, -3], {1: AD}, "k--"),
        ([3, 2.5, -3], {1: AD}, "kk-"),
        ([3, -0.5, 3], {}, "kkk"),
        ([3, -1.5, 3], {}, "k-k"),
        ([3, -0.5, -3], {}, "k--"),
        ([3, -0.5, 3], {1: AD}, "k-k"),
        ([3, -0.5, -5, 3], {2: AD}, "kk-k"),
        ([-3, -3, -3, 1, -3, -3, -3, 3, 3], {}, "-------kk"),
        ([-3, -3, -3, 1, -3, -3, 3, 3], {}, "---k--kk"),
        ([-3, -3, -3, 2.5, -3, -3, -3], {}, "---k---"),
    ],
    ids=[
        "each by its own odds",
        "a cue needs more",
        "and may have it",
        "between two that are kept",
        "not at any odds",
        "not beside one alone",
        "not with a cue",
        "an advertisement parts nothing",
        "alone among furniture",
        "within three lines of another",
        "alone, but plainly text",
    ],
)
def test_lines_beside_a_line_speak_for_it(odds: list[float], cues: dict[int, Reason], told: str) -> None:
    assert kept(odds, cues) == told


def test_what_was_cut_off_within_a_line_is_never_kept() -> None:
    assert not by_odds([line(), line(AD, cut=True), line()], np.full(3, 9.0, np.float32))[1]


@given(st.lists(st.floats(-9, 9, width=32), min_size=1, max_size=30))
def test_plain_text_is_kept_and_plain_furniture_is_not(odds: list[float]) -> None:
    told = kept(odds)
    assert len(told) == len(odds)
    assert all(mark == "k" for mark, value in zip(told, odds, strict=True) if value > 2)
    assert all(mark == "-" for mark, value in zip(told, odds, strict=True) if value <= -1)
