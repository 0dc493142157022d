"""What the network for lines is trained on: pages made of pages."""

from dataclasses import replace
from random import Random

import pytest

from tests.clean.pages import PARAGRAPHS
from training.lines.augment import augmented, bare, ciphered, empty, exchanged, grafted, merged, short, unpunctuated
from training.lines.dressed import around, dressed, headed, headings_of
from training.lines.example import aligned, example
from training.lines.furniture import Furniture
from training.lines.page import Page, Story, story
from training.lines.score import f1

ONE, TWO, THREE = PARAGRAPHS
LINES = ("Menu", "Sport", "Harbour town rebuilds its pier", ONE, TWO, "Advertisement", THREE, "Share", "About us")
INSIDE = (False, False, False, True, True, False, True, False, False)
PAGE = Page(
    site="harbour.example",
    flavour="resi",
    lines=LINES,
    inside=INSIDE,
    title=LINES[2],
    body="\n".join(PARAGRAPHS),
)
NEWS = Story(
    "Bridge opens", ("The bridge across the river was opened by the mayor on Monday.", "It cost nine million.")
)


def chance() -> Random:
    return Random(1)


def furniture() -> Furniture:
    return Furniture([NEWS], chance())


def article_of(page: Page) -> str:
    """The pieces that are labelled as article, joined."""
    found = example(page)
    assert found is not None
    return "\n".join(piece for piece, inside in zip(found.pieces, found.inside, strict=True) if inside >= 0.5)


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        grafted(PAGE, furniture(), chance()),
        merged(PAGE, 0.0, chance()),
        bare("", story(PAGE), chance()),
        exchanged(PAGE, story(PAGE), furniture(), chance()),
    ],
)
def test_a_page_s_labels_give_its_article(page: Page) -> None:
    assert f1([(page.body, article_of(page))])[2] == 1.0


def test_a_grafted_story_is_not_the_article() -> None:
    page = grafted(PAGE, furniture(), chance())
    assert set(LINES[3:7]) < set(page.lines)
    assert NEWS.title in page.lines
    assert page.body == PAGE.body


def test_an_exchanged_page_has_the_news_and_none_of_the_old_article() -> None:
    page = exchanged(PAGE, NEWS, Furniture([Story("Other", ())], chance()), chance())
    assert set(NEWS.paragraphs) < set(page.lines)
    assert not set(PARAGRAPHS) & set(page.lines)
    assert NEWS.title in page.lines


def test_a_page_whose_breaks_are_lost_is_one_line() -> None:
    assert merged(PAGE, 1.0, chance()).lines == (" ".join(LINES),)


def test_letters_are_exchanged_in_the_page_as_in_its_article() -> None:
    page = ciphered(PAGE, chance())
    assert page.lines != PAGE.lines
    assert page.lines[3] == page.body.split("\n")[0]
    assert [len(line) for line in page.lines] == [len(line) for line in LINES]


def test_full_stops_are_lost_at_the_ends_of_lines_alone() -> None:
    assert unpunctuated(PAGE).lines[3] == ONE.removesuffix(".")


def test_an_empty_page_has_no_article() -> None:
    assert article_of(empty(PAGE, chance())) == ""


def test_the_same_chance_makes_the_same_pages() -> None:
    pages = [list(augmented([PAGE] * 9, [], Random(3))) + list(short([PAGE] * 9, [], Random(3))) for _ in range(2)]
    assert pages[0] == pages[1] != []


def test_what_one_line_takes_of_the_article_is_gone_for_the_next() -> None:
    inside, words = aligned((ONE, ONE, "Menu"), ONE)
    assert list(inside) == [1, 0, 0]
    assert list(words) == [21, 21, 1]


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [("a b c d e", "a b c d e", 1.0), ("a b c d e", "", 0.0), ("a b c d e f", "a b c d e", 0.8)],
)
def test_texts_are_compared_by_their_shingles(wanted: str, given: str, expected: float) -> None:
    assert f1([(wanted, given)])[2] == expected


def test_a_story_takes_the_place_of_an_invented_page_s_article_between_the_same_scraps() -> None:
    furniture = Furniture([NEWS], chance())
    page = around(NEWS, PAGE, PAGE, furniture, chance())
    assert page.lines[:3] == ("Menu", "Sport", NEWS.title)
    assert page.lines[3] == NEWS.paragraphs[0]
    assert "Advertisement" in page.lines[4:]
    assert page.lines[-2:] == ("Share", "About us")
    assert page.body == "\n".join(NEWS.paragraphs)
    assert page.made


@pytest.mark.parametrize(("sites", "around_others"), [(1, False), (3, False), (4, True)])
def test_a_page_is_dressed_with_stories_of_its_own_language_alone(sites: int, around_others: bool) -> None:
    own = [replace(PAGE, site=f"{i}.example", language="de") for i in range(sites)]
    pages = list(dressed(own, [PAGE], [NEWS], chance()))
    assert (len(pages) > sites) == around_others
    assert not any(paragraph in page.lines for page in pages for paragraph in NEWS.paragraphs)


def test_invented_pages_are_shown_as_they_are_and_around_other_stories() -> None:
    pages = list(dressed([PAGE], [PAGE], [NEWS], chance()))
    assert pages[0] == PAGE
    assert len(pages) > 1
    assert all(page.made for page in pages[1:])


def test_headings_are_short_lines_of_the_article_above_a_paragraph() -> None:
    lines = ("Menu", ONE, "What comes next", TWO, "Sport", THREE, "Last words", "Share")
    inside = (False, True, True, True, False, True, True, False)
    page = Page(site="a", flavour="resi", lines=lines, inside=inside, title="", body="")
    assert list(headings_of(page)) == ["What comes next"]


def test_headings_stand_above_paragraphs_of_a_story_but_the_first() -> None:
    for seed in range(20):
        paragraphs = headed(NEWS, ["Reaction"], Random(seed)).paragraphs
        assert paragraphs[0] == NEWS.paragraphs[0]
        assert paragraphs[-1] == NEWS.paragraphs[-1]
        assert 1 <= paragraphs.count("Reaction") <= 3
