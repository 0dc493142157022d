"""How well the sample pages are read: the figures that `floors.toml` holds."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from statistics import fmean

from tests.quality import entities, fields, places, quotations, times
from tests.quality.sample_pages import Gold, articles
from worker.model import Article, AuthorKind

WORD = re.compile(r"\w+")
SHINGLE = 4
# What is measured beside the sample pages, a module each.
MEASURES: tuple[Callable[[], dict[str, float]], ...] = (
    entities.measure,
    fields.measure,
    places.measure,
    quotations.measure,
    times.measure,
)


def measure() -> dict[str, float]:
    """Every figure that has a floor."""
    return {name: value for part in (pages, *MEASURES) for name, value in part().items()}


def pages() -> dict[str, float]:
    """The share that is right, by form of the page and field."""
    read: dict[str, list[tuple[Article, Gold]]] = {}
    for article, gold in articles():
        read.setdefault(gold["form"], []).append((article, gold))
    return {f"{form}.{field}": round(value, 4) for form in sorted(read) for field, value in _figures(read[form])}


def _figures(pages: list[tuple[Article, Gold]]) -> Iterator[tuple[str, float]]:
    yield "body_f1", fmean(_f1("\n".join(gold["body"]), article.text) for article, gold in pages)
    yield "title", fmean(article.title == gold["title"] for article, gold in pages)
    yield "day", fmean((article.published_at or "")[:10] == gold["published_at"][:10] for article, gold in pages)
    yield "persons", fmean(_persons(article) == set(gold["authors"]) for article, gold in pages)


def _persons(article: Article) -> set[str]:
    return {author.name for author in article.authors if author.kind is AuthorKind.PERSON}


def _f1(gold: str, found: str) -> float:
    """Of the four-word shingles, as multisets."""
    wanted, given = _shingles(gold), _shingles(found)
    return 2 * (wanted & given).total() / max(1, wanted.total() + given.total())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(zip(*(words[i:] for i in range(SHINGLE)), strict=False))
