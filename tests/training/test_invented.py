"""The invented pages are whole, and marked where their article is."""

from pathlib import Path

import pytest

from training.invented import MARK, PAGES, Invented, invented

SHORTEST = 400
"""Characters of an article; those of pages without blanks between words are the shortest."""
ALL = tuple(invented())


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.site)
def test_an_invented_page_has_an_article_and_more_than_that(page: Invented) -> None:
    assert len(page.body) > SHORTEST
    assert len(page.html) > 1.5 * len(page.body)
    assert "<title>" in page.html


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.site)
def test_no_mark_is_left_in_what_is_learned_from(page: Invented) -> None:
    assert MARK.search((PAGES / f"{page.site}.html").read_text(encoding="utf-8"))
    assert "data-article=" not in page.html


def test_a_body_has_a_line_a_paragraph_and_no_credits(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        '<title>T</title><h1>A <b>headline</b></h1><p data-article="p">One <a>link</a>.</p><!-- ad --><p>Ad</p>'
        '<ul data-article="list"><li>two<li>three</ul><div data-article="p">four<br>five</div>'
        '<p data-article="note">Reporting by A. N.</p>',
        encoding="utf-8",
    )
    (found,) = invented(tmp_path)
    assert found.title == "A headline"
    assert found.body.split("\n") == ["One link.", "two", "three", "four", "five"]
