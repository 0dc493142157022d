"""Patterns over classes of tokens."""

import pytest

from worker.steps.times.grammar import compiled
from worker.steps.times.lexicon import WORD_LISTS, WORDS, kinds
from worker.steps.times.tokens import tokens


@pytest.mark.parametrize(
    ("pattern", "fits", "does_not"),
    [
        ("month small", "March 3", "March 33"),
        ("month (comma? year4)?", "March, 1998", "March, 198"),
        ("the (last|past) units", "the last years", "the last year"),
        ("dayname part", "yesterday morning", "day morning"),
        ("word dash unit", "twenty-five-year", "twenty-year-five"),
        ("clock meridiem zone", "10.35 p.m. GMT", "10.35 GMT"),
        ("holiday year4", "New Year’s Eve 1999", "new year’s eve 1999"),
    ],
)
def test_a_pattern_speaks_of_classes_by_their_names(pattern: str, fits: str, does_not: str) -> None:
    assert compiled(pattern).fullmatch(tokens(fits).kinds)
    assert not compiled(pattern).fullmatch(tokens(does_not).kinds)


def test_a_class_that_does_not_exist_is_noticed_when_the_rules_are_loaded() -> None:
    with pytest.raises(KeyError):
        compiled("month smal")
    with pytest.raises(KeyError):
        kinds("month", "smal")


def test_the_words_of_the_lexicon_are_written_small_and_stand_alone() -> None:
    assert [word for word in WORDS if word != word.lower() or " " in word] == []
    assert WORD_LISTS["abbreviated"] <= WORDS.keys()


def test_tokens_stand_where_they_say() -> None:
    text = "At 10:35 a.m. on Aug. 7, 1998 (’98), “it” ended.\n\nNew Year's Eve"
    assert [text[token.start : token.end] for token in tokens(text).items] == [
        "At", "10:35", "a.m.", "on", "Aug.", "7", ",", "1998", "(", "’98", ")", ",", "“", "it", "”", "ended", ".",
        "\n\n", "New Year's Eve",
    ]  # fmt: skip
