"""The page to look at needs nothing from anywhere, and shows what it is given as text."""

import re
from pathlib import Path

import orjson

from demo import page
from demo.broker import Sent
from demo.reading import Reading

READING = Reading(
    published=1, skipped={}, rejected={}, lag=0, children=1, restarts=0, latency_p50=None, latency_p95=None
)
TEXT = "Ann <b> Lee & Co met Ann Lee."
ARTICLE = {
    "id": "a",
    "title": "<script>alert(1)</script>",
    "text": TEXT,
    "paragraphs": [{"start": 0, "end": len(TEXT), "kind": "paragraph"}],
    "entities": [
        {"id": "e1", "type": "PERSON", "name": "Ann Lee", "mentions": [{"start": 21, "end": 28, "text": "Ann Lee"}]},
        {"id": "e2", "type": "PERSON", "name": "Lee", "mentions": [{"start": 25, "end": 28, "text": "Lee"}]},
    ],
    "removed": {"counts": {"other": 1}, "lines": [{"reason": "other", "text": "Follow <us>"}]},
}


def written(folder: Path) -> str:
    letter = Sent(key="poison", value=b"", headers={"news-worker-reason": b"timeout", "news-worker-detail": b"<slow>"})
    page.write(folder / "demo.html", [Sent(key="a", value=orjson.dumps(ARTICLE), headers={})], [letter], READING)
    return (folder / "demo.html").read_text(encoding="utf-8")


def test_pages_cannot_put_markup_into_the_page(tmp_path: Path) -> None:
    html = written(tmp_path)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "Ann &lt;b&gt; Lee &amp; Co met" in html
    assert "Follow &lt;us&gt;" in html
    assert "&lt;slow&gt;" in html


def test_of_two_overlapping_names_the_first_is_marked(tmp_path: Path) -> None:
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", written(tmp_path)) == ["Ann Lee"]


def test_nothing_is_fetched_from_elsewhere(tmp_path: Path) -> None:
    assert not re.search(r"<(?:link|img|iframe)\b|<script[^>]+src|@import|url\(", written(tmp_path))
