import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.clean.characters import tidy, tidy_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" two\u00a0 words\t", "two words"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("soft\u00adhyphen, zero\u200bwidth, \ufeffmark", "softhyphen, zerowidth, mark"),
        ("e\u0301", "é"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200b", ""),
    ],
)
def test_text_is_tidied(text: str, expected: str) -> None:
    assert tidy(text) == expected


@given(st.text(st.characters()))
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_every_kind_of_line_break_breaks_lines() -> None:
    assert tidy_lines("a\nb\r\nc\u2028d\x85\n\n e") == ["a", "b", "c", "d", "e"]
