"""The few elements of a page that speak of the article, gathered in one walk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from worker.clean.characters import tidy

TAGS = ("title", "meta", "link", "script", "h1", "time", "figure", "a", "span", "p", "div", "address")
BETWEEN = " | "
"""Stands between the texts of a byline's elements, which are often a name, a role, a date without a blank."""
BYLINE_WORDS = ("author", "byline")
LONGEST_BYLINE = 120
LONGEST_SCRIPT = 1_000_000
MOST = 200
"""No more of one kind is read of a page."""


@dataclass(slots=True)
class Elements:
    """What was gathered; texts are tidy, addresses as they stand."""

    language: str | None = None
    title: str | None = None
    meta: dict[str, list[str]] = field(default_factory=dict)
    canonical: list[str] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    h1: list[str] = field(default_factory=list)
    times: list[HtmlElement] = field(default_factory=list)
    figures: list[HtmlElement] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    """Texts of elements that are the author by relation or property."""
    bylines: list[str] = field(default_factory=list)


def gather(tree: HtmlElement) -> Elements:
    """The elements in the order of the page; the tree stays as it is."""
    found = Elements(language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    for element in tree.iter(*TAGS):
        READERS.get(element.tag, _byline)(element, found)
    return found


def content_of(element: HtmlElement, limit: int = 2_000) -> str:
    """The element's text, tidy; only so much of it as a field may hold."""
    parts, size = [], 0
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > limit:
            break
    return tidy("".join(parts))


def _meta(element: HtmlElement, found: Elements) -> None:
    content = tidy(element.get("content") or "")
    if not content:
        return
    keys = (element.get(name) for name in ("property", "name", "itemprop", "http-equiv"))
    for key in {key.strip().lower() for key in keys if key}:
        values = found.meta.setdefault(key, [])
        if len(values) < MOST and content not in values:
            values.append(content)


def _byline(element: HtmlElement, found: Elements) -> None:
    """Short texts whose element calls itself an author: by relation, property or class."""
    if len(found.bylines) >= MOST:
        return
    said = " ".join(element.get(name) or "" for name in ("rel", "itemprop", "class", "data-testid")).lower()
    if any(word in said for word in BYLINE_WORDS) and not any(
        word in said for word in ("bio", "avatar", "image", "comment")
    ):
        if element.get("itemprop") == "author" or "author" in (element.get("rel") or "").split():
            _append(found.authors, content_of(element, LONGEST_BYLINE))
        text = tidy(BETWEEN.join(islice((part for part in element.itertext() if part.strip()), MOST)))
        if len(text) <= LONGEST_BYLINE:
            _append(found.bylines, text)


def _append(values: list[str], value: str) -> None:
    if value and value not in values and len(values) < MOST:
        values.append(value)


def _limited(values: list[HtmlElement], element: HtmlElement) -> None:
    if len(values) < MOST:
        values.append(element)


def _title(element: HtmlElement, found: Elements) -> None:
    found.title = found.title or content_of(element) or None


def _canonical(element: HtmlElement, found: Elements) -> None:
    if "canonical" in (element.get("rel") or "").lower().split():
        _append(found.canonical, (element.get("href") or "").strip())


def _json_ld(element: HtmlElement, found: Elements) -> None:
    if "ld+json" in (element.get("type") or "").lower():
        _append(found.json_ld, (element.text or "")[:LONGEST_SCRIPT])


READERS: dict[str, Callable[[HtmlElement, Elements], None]] = {
    "title": _title,
    "meta": _meta,
    "link": _canonical,
    "script": _json_ld,
    "h1": lambda element, found: _append(found.h1, content_of(element)),
    "time": lambda element, found: _limited(found.times, element),
    "figure": lambda element, found: _limited(found.figures, element),
}
