"""What an element is for, as its class, property or relation says: the table `roles.toml`, ready to search."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from lxml.html import HtmlElement

ATTRIBUTES = ("class", "itemprop", "rel", "id", "data-testid", "property")
LONGEST = 400
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SHORT = 4
"""Stems up to this length count from a word's beginning only: `date`, but not `update`."""


@lru_cache(maxsize=16_384)
def roles(said: str) -> frozenset[str]:
    """The roles that the words speak for; the same words come again on every page of a site."""
    words = CAMEL.sub("-", said[:LONGEST]).lower()
    if not _any_role().search(words):
        return frozenset()
    found = {name for name, yes, no in _table() if yes.search(words) and not no.search(words)}
    return frozenset(found)


def said_by(element: HtmlElement) -> str:
    """All that the element calls itself."""
    get = element.get
    return " ".join([value for name in ATTRIBUTES if (value := get(name))])


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
    return re.compile("|".join(yes.pattern for _, yes, _ in _table()))


@cache
def _table() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Name, pattern that speaks for the role and one that speaks against it, compiled once a process."""
    table = tomllib.loads(files(__package__).joinpath("roles.toml").read_text(encoding="utf-8"))
    return tuple((name, _any(row["is"]), _any(row["not"])) for name, row in table.items())


def _any(stems: list[str]) -> re.Pattern[str]:
    """Any of the stems, the short ones at a word's beginning only."""
    return re.compile("|".join(rf"(?<![a-z]){re.escape(s)}" if len(s) <= SHORT else re.escape(s) for s in stems))
