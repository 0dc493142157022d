"""The step as the reader calls it."""

import dataclasses

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from worker.model import Article, Language
from worker.steps import Reading
from worker.steps.times import Time, TimeType, times

ARTICLE = Article(id="a", text="He said on Monday that he left two years ago.", paragraphs=())
BLANK = spacy.blank("en")("")


def said(article: Article) -> list[str]:
    return [time.value for time in times(Reading(BLANK, article)) or ()]


def test_times_are_counted_from_the_day_of_publication() -> None:
    assert said(dataclasses.replace(ARTICLE, published_at="2022-03-28T17:28:00+05:30")) == ["2022-03-28", "2020"]


def test_the_day_is_that_of_the_place_of_publication_and_not_of_greenwich() -> None:
    article = dataclasses.replace(ARTICLE, text="He left today.", published_at="2022-03-28T01:00:00+05:30")
    assert said(article) == ["2022-03-28"]


def test_without_a_day_of_publication_what_is_not_known_is_an_x() -> None:
    assert said(ARTICLE) == ["XXXX-WXX-1", "PAST_REF"]


@pytest.mark.parametrize("code", ["fr", "de", "xx"])
def test_an_article_in_another_language_is_not_read(code: str) -> None:
    article = dataclasses.replace(ARTICLE, language=Language(code=code, confidence=1.0))
    assert times(Reading(BLANK, article)) is None


def test_an_english_article_is_read() -> None:
    assert said(dataclasses.replace(ARTICLE, language=Language(code="en", confidence=0.5)))


def test_where_there_is_no_time_there_is_no_section() -> None:
    assert times(Reading(BLANK, dataclasses.replace(ARTICLE, text="Nobody came."))) is None


def test_a_time_says_where_it_stands_and_from_when_to_when_it_goes() -> None:
    article = dataclasses.replace(ARTICLE, text="By early 2016, it ended.", published_at="2022-03-28")
    assert times(Reading(BLANK, article)) == (
        Time(
            start=3,
            end=13,
            text="early 2016",
            type=TimeType.DATE,
            value="2016",
            mod="START",
            first_day="2016-01-01",
            last_day="2016-12-31",
        ),
    )


@given(st.text(), st.none() | st.text(max_size=12))
def test_no_text_and_no_day_of_publication_makes_it_fail(text: str, published_at: str | None) -> None:
    times(Reading(BLANK, dataclasses.replace(ARTICLE, text=text, published_at=published_at)))
