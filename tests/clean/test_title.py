"""Which line of a flattened page is its title."""

import pytest

from worker.clean.cuts import Piece
from worker.clean.lines.features import features
from worker.clean.title import title_line

BODY = (
    "The council will rebuild the harbour pier in spring, the fishermen of the village were told on Tuesday.",
    "The pier, built a century ago, had been damaged in the storms of last winter, and boats could not land.",
)
TITLE = "Harbour pier damaged in storms to be rebuilt"
STANDFIRST = "Storms had damaged the old pier so badly that boats could not land in the village"
ADDRESS = "https://ledger.example/news/2021/03/a-pier-for-the-fishermen-182334.html"


def title_of(lines: tuple[str, ...], kept: tuple[str, ...] = BODY, url: str | None = None) -> str | None:
    page = features([Piece(line) for line in lines])
    title = title_line(page, [line in kept for line in page.texts], url)
    return None if title is None else page.texts[title]


@pytest.mark.parametrize(
    "above",
    [
        (TITLE,),
        (TITLE, "Got a tip?"),
        ("Celebrate 75 years with us", "Quick search in journals", TITLE),
        (TITLE, "By Ann Lee", "An award-winning team of writers and designers"),
        (f"{TITLE} | The Ledger", "Sign of the times", TITLE, "Ten storms that shook the village"),
        ("Weather today in all villages", "Markets and money", TITLE, "March 3, 2021"),
        (f"News > Villages > {TITLE}", TITLE, "March 3, 2021"),
        (TITLE, STANDFIRST),
        (TITLE, STANDFIRST, "By Ann Lee"),
    ],
)
def test_the_title_is_the_line_that_tells_of_the_article(above: tuple[str, ...]) -> None:
    assert title_of((*above, *BODY)) == TITLE


@pytest.mark.parametrize("title", ["A pier for the fishermen", "A Pier for the Fishermen", "À pier for thé fishermen"])
def test_sites_name_a_page_after_its_title(title: str) -> None:
    lines = (title, "Fishermen of the village hope", *BODY)
    assert title_of(lines, url=ADDRESS) == title


def test_a_title_that_was_taken_for_text_is_one_all_the_same() -> None:
    lines = ("Sign up for letters", TITLE, *BODY)
    assert title_of(lines, (TITLE, *BODY)) == TITLE


def test_a_heading_below_a_sentence_is_none() -> None:
    assert title_of((BODY[0], TITLE, BODY[1]), (*BODY, TITLE)) is None


def test_the_first_line_of_a_bare_text_stays_where_no_address_says_its_words() -> None:
    assert title_of((TITLE, *BODY), (TITLE, *BODY)) is None
    assert (
        title_of((TITLE, *BODY), (TITLE, *BODY), url="https://ledger.example/harbour-pier-damaged-in-storms") == TITLE
    )


def test_a_line_below_a_paragraph_of_another_script_is_none() -> None:
    lines = (
        "東京女子医大の新校舎建設工事を巡って、警視庁は元理事長を逮捕した。",
        "移送のため警視庁を出る容疑者",
        *BODY,
    )
    assert title_of(lines, lines) is None


def test_the_only_line_that_was_kept_is_no_title() -> None:
    assert title_of((TITLE,), (TITLE,)) is None


@pytest.mark.parametrize("above", [(), ("Menu",), ("Home | News | Sport",), ("Share this story",)])
def test_without_a_line_that_could_be_one_there_is_none(above: tuple[str, ...]) -> None:
    assert title_of((*above, *BODY)) is None


def test_a_page_without_an_article_has_no_title() -> None:
    assert title_of((TITLE,), ()) is None


@pytest.mark.parametrize("title", ["Who pays for the harbour pier?", "„Der Hafen gehört uns allen!“"])
def test_a_question_at_the_top_of_what_was_kept_may_be_the_title(title: str) -> None:
    assert title_of(("Sign up", title, *BODY), (title, *BODY)) == title


@pytest.mark.parametrize("way", ["Home » News » Harbour pier damaged in storms", "Start / News / Harbour pier damaged"])
def test_the_way_to_a_page_is_no_title(way: str) -> None:
    assert title_of((way, *BODY)) is None
