"""What an element is for, as its class, property or relation says: the table `roles.toml`, ready to search."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby

from lxml.html import HtmlElement

ATTRIBUTES = frozenset({"class", "itemprop", "rel", "id", "data-testid", "property"})
LONGEST = 400
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SHORT = 4
"""Stems up to this length count from a word's beginning only: `date`, but not `update`."""


@lru_cache(maxsize=16_384)
def roles(said: str) -> frozenset[str]:
    """The roles that the words speak for; the same words come again on every page of a site."""
    words = said[:LONGEST]
    if words != words.lower():
        words = CAMEL.sub("-", words).lower()
    if not _any_role().search(words):
        return frozenset()
    found = {name for name, yes, no in _table() if yes.search(words) and not no.search(words)}
    return frozenset(found)


def said_by(element: HtmlElement) -> str:
    """All that the element calls itself."""
    return " ".join([value for name, value in element.items() if name in ATTRIBUTES and value])


def has_role(element: HtmlElement, role: str) -> bool:
    """Whether the element says that it plays the role."""
    return role in roles(said_by(element))


def stands_beside(element: HtmlElement, levels: int = 6) -> bool:
    """Whether the element is in a list of other stories, a comment, a footer or the like."""
    node: HtmlElement | None = element
    for _ in range(levels):
        if node is None or node.tag in {"body", "main"}:
            return False
        if node.tag in {"aside", "nav", "footer"} or has_role(node, "beside"):
            return True
        if node.tag == "article":
            return False
        node = node.getparent()
    return False


@cache
def _any_role() -> re.Pattern[str]:
    """Any role's words: one search tells most elements that they have none."""
    return _any([stem for row in _rows().values() for stem in row["is"]])


@cache
def _table() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Name, pattern that speaks for the role and one that speaks against it, compiled once a process."""
    return tuple((name, _any(row["is"]), _any(row["not"])) for name, row in _rows().items())


def _rows() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("roles.toml").read_text(encoding="utf-8"))


def _any(stems: list[str]) -> re.Pattern[str]:
    """Any of the stems, the short ones at a word's beginning only.

    By their first letters, so that each place in a text is held against twenty letters and not all 170 stems:
    it takes a fifth of the time.
    """
    by_letter = groupby(sorted(set(stems)), key=lambda stem: stem[0])
    return re.compile("|".join(f"{letter}(?:{'|'.join(map(_rest, group))})" for letter, group in by_letter))


def _rest(stem: str) -> str:
    return (r"(?<![a-z].)" if len(stem) <= SHORT else "") + re.escape(stem[1:])
