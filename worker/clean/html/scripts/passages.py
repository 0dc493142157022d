"""The texts of literals in their order, each with the place it has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from worker.clean.html.scripts.literals import Literal

MOST, DEEPEST, MOST_CHARACTERS = 100_000, 120, 4_000_000
"""Objects, how many of them in one another, characters: no more are read. Rows can be called any number of times."""
SIGN, LAZY = "$", "L"
"""Before the name and the properties of an element that React describes; and before the names of rows."""
KIND_KEYS = ("type", "_type", "__typename", "nodeType", "kind", "name", "tag", "tagName", "component", "style")
LONGEST_KIND, LONGEST_KEY, LONGEST_NAME = 40, 60, 12
PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d")
TAGS = {
    **dict.fromkeys(("paragraph", "p", "para"), "p"),
    **dict.fromkeys(("heading", "header", "subheading", "subhead", "headline", "title"), "h2"),
    **{f"h{level}": f"h{level}" for level in range(1, 7)},
    **dict.fromkeys(("li", "listitem", "dd", "dt"), "li"),
    **dict.fromkeys(("blockquote", "quote", "pullquote"), "blockquote"),
    **dict.fromkeys(("div", "section", "td", "th"), "div"),
    "pre": "pre",
}
"""By the last word or two of what an object calls itself."""
FIRST = ("paragraph", "heading")
"""Words that say it at the beginning too: `heading-two`."""
INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u"})
UNREAD = frozenset(
    (
        "image", "images", "picture", "photo", "photos", "figure", "figcaption", "caption", "captions", "video",
        "audio", "player", "gallery", "slideshow", "embed", "iframe", "ad", "ads", "advert", "advertisement", "promo",
        "newsletter", "related", "recommendation", "recommended", "teaser", "teasers", "author", "authors", "byline",
        "bio", "comment", "comments", "script", "style", "svg", "button", "nav", "navigation", "menu", "footer",
        "breadcrumb", "breadcrumbs", "credit", "copyright", "seo", "translations", "messages", "i18n", "locale",
        "consent", "cookie",
    )
)  # fmt: skip
"""Words in keys of what is no text of an article."""
UNREAD_KINDS = UNREAD - {"ad", "newsletter", "seo", "author", "comment"}
"""The same for what an object calls itself: posts of newsletters, and columns, call themselves so."""
TITLES = frozenset({"title", "headline", "headlines", "name"})
ADDRESSES = frozenset(
    {"url", "slug", "link", "path", "href", "uri", "canonical", "canonical_url", "canonicalUrl", "permalink", "webUrl"}
)
VARIES = re.compile(r"[\d:/.{(]")
VARYING = "*"
"""Begins what stands in a path for a key that is the name of one record."""


class Passage(NamedTuple):
    """A text, the keys on the way to it, the numbers of the objects around it, and the element that it is in."""

    text: str
    path: tuple[str, ...]
    around: tuple[int, ...]
    block: int
    """The number of the object that is its paragraph, 0 where none says so."""
    tag: str
    """How that would be called in HTML; empty where nothing says so."""


NOWHERE = Passage("", (), (), 0, "")


def passages(values: list[Literal], rows: Mapping[str, Literal]) -> list[Passage]:
    """All texts but those of pictures, teasers and the like, in order, so many; those of rows where they are called."""
    walk = _Walk(rows)
    walk.through(values, NOWHERE)
    for name in rows:
        walk.row(name, NOWHERE)
    return walk.found


class _Walk:
    """Numbers the objects as it comes to them."""

    def __init__(self, rows: Mapping[str, Literal]) -> None:
        self.rows = rows
        self.called: set[str] = set()
        self.number = 0
        self.left = MOST_CHARACTERS
        self.found: list[Passage] = []

    def row(self, name: str, place: Passage) -> None:
        """Take a row in, once; a text only where it is called."""
        value = self.rows[name]
        if isinstance(value, str):
            if place is not NOWHERE:
                self._take(value, place)
        elif name not in self.called:
            self.called.add(name)
            self.through(value, place)

    def text(self, text: str, place: Passage) -> None:
        """Take in a text, or the row that it calls; what begins with the sign and is long is a text too."""
        name = text[1:].removeprefix(LAZY) if text[0] == SIGN else ""
        if name in self.rows:
            self.row(name, place)
        elif not name or len(text) > LONGEST_NAME:
            self._take(text, place)

    def through(self, value: Literal, place: Passage) -> None:
        """Take the texts in the value."""
        if isinstance(value, str):
            if value:
                self.text(value, place)
            return
        self.number += 1
        kinds = list(_kinds(value))
        unread = kinds and any(part in UNREAD_KINDS for kind in kinds for part in kind)
        if unread or self.number > MOST or len(place.around) > DEEPEST:
            return
        tag = next(filter(None, map(_tag, kinds)), "")
        block = self.number if tag else place.block
        inside = Passage("", (*place.path, *_element(value)), (*place.around, self.number), block, tag or place.tag)
        if isinstance(value, dict):
            self._entries(value, inside)
        else:
            for item in _content(value):
                self.through(item, inside)

    def _take(self, text: str, place: Passage) -> None:
        self.left -= len(text)
        if self.left > 0:
            self.found.append(Passage(text, *place[1:]))

    def _entries(self, value: dict[str, Literal], place: Passage) -> None:
        number = self.number
        path = (*place.path, f"#{number}") if _is_page(value) else place.path
        for key, item in value.items():
            readable, varying = _key(key[:LONGEST_KEY])
            if readable:
                name = f"{VARYING}{number}.{key}" if varying else key
                inner = path if path and path[-1] == name else (*path, name)
                self.through(item, Passage("", inner, *place[2:]))


@lru_cache(maxsize=8_192)
def _key(key: str) -> tuple[bool, bool]:
    """Whether what stands under the key may be text of an article, and whether the key is the name of one record."""
    return UNREAD.isdisjoint(_parts(key)), VARIES.search(key) is not None


def _kinds(value: Sequence[Literal] | dict[str, Literal]) -> Iterator[tuple[str, ...]]:
    """What the object says it is, in words."""
    if isinstance(value, dict):
        for key in KIND_KEYS:
            said = value.get(key)
            if isinstance(said, str) and 0 < len(said) <= LONGEST_KIND and (parts := _parts(said)):
                yield parts
    elif len(value) > 1:
        name = value[1] if value[0] == SIGN else value[0]
        if isinstance(name, str) and (name in TAGS or name in INLINE):
            yield (name,)


def _tag(kind: Sequence[str]) -> str:
    """The element of HTML that it would be, empty where none is known."""
    found = TAGS.get(kind[-1]) or TAGS.get("".join(kind[-2:]))
    return found or (TAGS[kind[0]] if kind[0] in FIRST else "")


def _element(value: Sequence[Literal] | dict[str, Literal]) -> tuple[str, ...]:
    """What an element of React is called, which keeps a menu's texts from those of the article."""
    if isinstance(value, list) and value[:1] == [SIGN] and len(value) > 1:
        name = value[1]
        return (f"<{name}>",) if isinstance(name, str) and name not in INLINE else ()
    return ()


def _content(value: list[Literal]) -> list[Literal]:
    """The list without the name of the element that it is; of React's the properties alone."""
    if value[:1] == [SIGN]:
        return value[-1:] if isinstance(value[-1], dict) else []
    return value[1:] if any(_kinds(value)) else value


@lru_cache(maxsize=8_192)
def _parts(name: str) -> tuple[str, ...]:
    """The words in a name."""
    name = name.partition("(")[0]
    return (name.lower(),) if name.lower() in TAGS else tuple(part.lower() for part in PARTS.findall(name))


def _is_page(value: dict[str, Literal]) -> bool:
    """Whether the object is a page of its own, one of many stories: it has a title and an address."""
    return not TITLES.isdisjoint(value) and not ADDRESSES.isdisjoint(value)
