"""How many of the sample pages' other fields are read exactly."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

from worker.clean import clean
from worker.extract import extract
from worker.model import Article, ParagraphKind, RawArticle, Record
from worker.settings import Input
from worker.wire import decode

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def measure() -> dict[str, float]:
    """Shares of pages, by form: the standfirst, the moment of publication to the minute, the headings."""
    pages = list(_articles())
    found: dict[str, float] = {}
    for form in ("html", "text"):
        of_form = [(article, gold) for article, gold in pages if gold["form"] == form]
        found[f"fields.{form}.standfirst"] = fmean(
            article.standfirst == gold["standfirst"] for article, gold in of_form if gold["standfirst"]
        )
        found[f"fields.{form}.moment"] = fmean(
            _minute(a.published_at) == _minute(g["published_at"]) for a, g in of_form
        )
        found[f"fields.{form}.headings"] = fmean(_headings(a) == g["headings"] for a, g in of_form)
    return {name: round(value, 4) for name, value in found.items()}


def _minute(moment: str | None) -> str:
    return (moment or "")[:16] + (moment or "")[19:]


def _headings(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind is ParagraphKind.HEADING]


def _articles() -> Iterator[tuple[Article, dict[str, Any]]]:
    golds = {gold["id"]: gold for gold in map(json.loads, _lines("gold.jsonl.gz"))}
    for line in _lines("articles.jsonl.gz"):
        raw = decode(Record(value=line), Input())
        if isinstance(raw, RawArticle) and raw.id in golds:
            yield extract(raw, clean(raw)), golds[raw.id]


def _lines(name: str) -> list[bytes]:
    with gzip.open(SAMPLES / name) as file:
        return file.readlines()
