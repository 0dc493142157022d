"""The words in a page's address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.clean.slugs import plain_words, slug_words


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://ledger.example/news/old-pier-to-be-rebuilt", "old pier to be rebuilt"),
        ("https://ledger.example/old_pier_rebuilt.html?from=news-of-the-day", "old pier rebuilt"),
        ("https://ledger.example/old-pier-rebuilt/amp", "old pier rebuilt"),
        ("https://ledger.example/2021/old-pier-rebuilt-in-2022-10023344", "old pier rebuilt in 2022"),
        ("https://ledger.example/gr%C3%BCne-w%C3%A4nde-f%C3%BCr-alle", "grune wande fur alle"),
        ("https://ledger.example/news/12345", ""),
        ("https://ledger.example/", ""),
        ("no address", ""),
        ("http://[broken", ""),
        (None, ""),
    ],
)
def test_the_part_with_most_words_names_the_page(url: str | None, words: str) -> None:
    assert slug_words(url) == set(words.split())


def test_words_are_spelled_as_in_addresses() -> None:
    assert plain_words("“Don’t panic”: Ärzte in São Paulo") == {"dont", "panic", "arzte", "in", "sao", "paulo"}


@given(st.text())
def test_any_text_for_an_address_is_read(url: str) -> None:
    assert all(word == word.casefold() for word in slug_words(url))
