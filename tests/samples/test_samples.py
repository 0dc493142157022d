"""The sample pages say what their gold says, and may be redistributed."""

import gzip
import html
import json
import re
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
TAGS = re.compile(r"<[^>]+>")


class Gold(TypedDict):
    """What a careful reader keeps of a page."""

    id: str
    form: str
    source_url: str
    title: str
    standfirst: str | None
    published_at: str
    body: list[str]
    headings: list[str]


@cache
def envelopes() -> dict[str, dict[str, str]]:
    with gzip.open(SAMPLES / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {envelope["id"]: envelope for envelope in map(json.loads, lines)}


@cache
def gold() -> list[Gold]:
    with gzip.open(SAMPLES / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def visible(envelope: dict[str, str]) -> str:
    if "text" in envelope:
        return envelope["text"]
    return html.unescape(TAGS.sub("", envelope["html"]))


def test_there_are_at_least_300_samples_of_both_forms_and_each_has_its_gold() -> None:
    assert len(envelopes()) >= 300
    assert [answer["id"] for answer in gold()] == list(envelopes())
    assert {answer["form"] for answer in gold()} == {"html", "text"}


def test_every_paragraph_and_the_title_stand_in_the_page_in_order() -> None:
    for answer in gold():
        page, position = visible(envelopes()[answer["id"]]), 0
        assert answer["title"] in page
        for paragraph in answer["body"]:
            position = page.find(paragraph, position)
            assert position >= 0, (answer["id"], paragraph)


def test_a_standfirst_repeats_a_paragraph_of_the_body_without_its_full_stop() -> None:
    repeated = [answer for answer in gold() if answer["standfirst"]]
    assert len(repeated) >= 30
    for answer in repeated:
        assert f"{answer['standfirst']}." in answer["body"]
        assert visible(envelopes()[answer["id"]]).count(str(answer["standfirst"])) >= 2


def test_every_article_is_attributed_to_its_source() -> None:
    attribution = (SAMPLES / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert "Creative Commons Attribution 2.5" in attribution
    for answer in gold():
        assert answer["source_url"].startswith("https://en.wikinews.org/wiki/")
        assert f"({answer['source_url']})" in attribution


def test_the_invented_houses_live_under_domains_that_cannot_exist() -> None:
    for envelope in envelopes().values():
        assert re.match(r"https://www\.[a-z-]+\.example/", envelope["url"])
        assert envelope["source"].endswith(".example")


@pytest.mark.parametrize(
    ("name", "encoding"), [("northgate-windows-1252.html", "windows-1252"), ("ledger.html", "utf-8")]
)
def test_the_pages_on_disk_are_in_the_charset_that_they_declare(name: str, encoding: str) -> None:
    value = (SAMPLES / "pages" / name).read_bytes()
    assert encoding in value.decode(encoding)
    assert not value.isascii()


def test_the_samples_take_less_than_3_megabytes() -> None:
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 3_000_000
