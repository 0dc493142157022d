"""Whole pages with all their fields: the table `pages.toml`."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.clean.pages import raw
from worker.clean import clean
from worker.extract import extract
from worker.model import Article, Form

PAGES = tomllib.loads((Path(__file__).parent / "pages.toml").read_text(encoding="utf-8"))["page"]


def read(page: dict[str, Any]) -> Article:
    said = raw(page["html"], Form.HTML, url=page["url"])
    return extract(said, clean(said))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_every_field_of_a_page_is_found(page: dict[str, Any]) -> None:
    article = read(page)
    assert article.title == page["title"]
    assert [author.name for author in article.authors] == page["authors"]
    assert (article.published_at, article.modified_at) == (page.get("published_at"), page.get("modified_at"))
    assert list(article.tags) == page.get("tags", [])
    assert article.section == page.get("section")
    if "standfirst" in page:
        assert article.standfirst == page["standfirst"]
    if "site" in page:
        assert article.site == page["site"]


@pytest.mark.parametrize("page", [page for page in PAGES if "dateline" in page], ids=lambda page: page["name"])
def test_a_dateline_is_a_field_and_no_text(page: dict[str, Any]) -> None:
    article = read(page)
    assert article.dateline is not None
    assert [article.dateline.place, article.dateline.agency or ""] == page["dateline"]
    assert article.dateline.text not in article.text
    assert any(line.text == article.dateline.text and line.reason == "dateline" for line in article.removed)
    assert article.provenance["dateline"] == "text"


@pytest.mark.parametrize("page", [page for page in PAGES if "caption" in page], ids=lambda page: page["name"])
def test_a_picture_has_its_caption_and_its_credit(page: dict[str, Any]) -> None:
    assert [[image.caption, image.credit] for image in read(page).images] == [page["caption"]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_headings_are_kept_and_credits_are_not(page: dict[str, Any]) -> None:
    article = read(page)
    headings = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "heading"]
    inner = re.findall(r"<h2>([^<]+)</h2>", page["html"])
    assert headings == [heading for heading in inner if heading != page["title"]]
    assert "Reporting by" not in article.text
