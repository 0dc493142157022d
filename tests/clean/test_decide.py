"""What the lines beside a line say of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.clean.decide import by_odds
from worker.clean.lines.features import Features
from worker.model import BoilerplateReason as Reason

AD = Reason.ADVERTISEMENT


def line(cue: Reason | None = None, *, cut: bool = False, words: int = 9, heading: bool = False) -> Features:
    return Features(
        words=words, sentence_end=not heading, lowercase=0.9, bullet=False, heading_shape=heading, glued=0, repeats=1,
        cut=cut, continues=False, cue=cue,
    )  # fmt: skip


def kept(odds: list[float], cues: dict[int, Reason] | None = None) -> str:
    lines = [line((cues or {}).get(i)) for i in range(len(odds))]
    return "".join("k" if told else "-" for told in by_odds(lines, ["text"] * len(lines), np.array(odds, np.float32)))


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
        ([-3, -3, -3, 0.9, -3, -3, -3, 3, 3], {}, "-------kk"),
        ([-3, -3, -3, 0.9, -3, -3, 3, 3], {}, "---k--kk"),
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


@pytest.mark.parametrize(
    ("lines", "odds", "told"),
    [
        ([line(), line(words=2, heading=True), line(words=30)], [3, -1.5, 3], "kkk"),
        ([line(), line(words=2, heading=True), line(words=5)], [3, -1.5, 3], "k-k"),
        ([line(), line(words=12, heading=True), line(words=30)], [3, -1.5, 3], "k-k"),
        ([line(words=20), line(words=3), line(words=30), line(words=30)], [-0.5, -3, 3, 3], "k-kk"),
        ([line(words=20), line(words=3), line(words=30), line(words=30)], [-1.5, -3, 3, 3], "--kk"),
        ([line(words=4), line(words=3), line(words=30), line(words=30)], [-0.5, -3, 3, 3], "--kk"),
    ],
    ids=["a heading", "above no paragraph", "too long for one", "a standfirst", "too unlikely", "too short"],
)
def test_headings_and_standfirsts_need_less(lines: list[Features], odds: list[float], told: str) -> None:
    kept = by_odds(lines, ["text"] * len(lines), np.array(odds, np.float32))
    assert "".join("k" if each else "-" for each in kept) == told


def test_a_line_with_a_day_between_standfirst_and_text_is_no_text() -> None:
    odds = np.array([3, -0.5, 3], np.float32)
    assert not by_odds([line()] * 3, ["text", "Posted by Ann on December 20, 2024", "text"], odds)[1]
    assert by_odds([line()] * 3, ["text", "Posted by Ann on the shore", "text"], odds)[1]


def test_what_was_cut_off_within_a_line_is_never_kept() -> None:
    assert not by_odds([line(), line(AD, cut=True), line()], ["text"] * 3, np.full(3, 9.0, np.float32))[1]


@given(st.lists(st.floats(-9, 9, width=32), min_size=1, max_size=30))
def test_plain_text_is_kept_and_plain_furniture_is_not(odds: list[float]) -> None:
    told = kept(odds)
    assert len(told) == len(odds)
    assert all(mark == "k" for mark, value in zip(told, odds, strict=True) if value > 2)
    assert all(mark == "-" for mark, value in zip(told, odds, strict=True) if value <= -1)
