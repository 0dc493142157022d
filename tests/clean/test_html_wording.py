"""What the text of one segment looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.clean.html.wording import FIGURES, SHORT_WORDS, wording

TEXTS = st.text(min_size=1, max_size=200).filter(lambda text: text.strip() == text)


@given(TEXTS)
def test_the_share_of_capitals_is_that_of_the_first_80_characters(text: str) -> None:
    figures = dict(zip(FIGURES, wording(text).figures, strict=True))
    start = text[:80]
    expected = sum(map(str.isupper, start)) / len(start) if figures["words"] < SHORT_WORDS else 0.03
    assert figures["capitals"] == pytest.approx(expected)


def test_the_words_of_a_text_too_long_for_a_title_are_not_kept() -> None:
    assert wording("a pier of oak").words == ["a", "pier", "of", "oak"]
    assert not wording("oak " * SHORT_WORDS + "pier").words
