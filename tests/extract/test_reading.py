"""Words and the time that they take."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from worker.clean.words import UNSPACED, WORD
from worker.extract.reading import count, reading_time

TEXTS = [
    ("", (0, 0)),
    ("one two", (2, 0)),
    ("it’s twenty-one o'clock", (3, 0)),
    ("U.S. – a.b.c, d..e 'f' -", (5, 0)),
    ("Größe, naïve", (2, 0)),
    ("Řeka", (1, 0)),
    ("新しい橋 two", (1, 4)),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_words_are_counted_as_the_pattern_finds_them(text: str, expected: tuple[int, int]) -> None:
    assert count(text) == expected


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.text("ab1'’.-_ é²ª–\n\x81", max_size=14))
def test_bytes_say_what_the_pattern_says(text: str) -> None:
    assert count(text) == (len(WORD.findall(UNSPACED.sub(" ", text))), len(UNSPACED.findall(text)))


def test_a_text_takes_a_minute_at_least_and_none_takes_none() -> None:
    found = reading_time("word " * 20, ())
    assert found is not None
    assert found.value == 1
    assert reading_time("", ()) is None
