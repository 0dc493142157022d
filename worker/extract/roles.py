"""What an element is for, as its class, property or relation says: the table `roles.toml`, ready to search."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby

from lxml.html import HtmlElement

NAMES = ("author", "date", "standfirst", "kicker", "beside")
AUTHOR, DATE, STANDFIRST, KICKER, BESIDE = (1 << i for i in range(len(NAMES)))
"""A set of roles is a number, a bit for each: a page asks 2,000 times."""
ALL = (1 << len(NAMES)) - 1
AGAINST = len(NAMES)
"""So many bits higher stands what words speak against."""
ATTRIBUTES = frozenset({"class", "itemprop", "rel", "id", "data-testid", "property"})
LONGEST = 400
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SHORT = 4
"""Stems up to this length count from a word's beginning only: `date`, but not `update`."""
Bits = dict[tuple[str, bool], int]


def roles_of(element: HtmlElement) -> int:
    """The roles that the element says it plays, by all that it calls itself."""
    said = 0
    for name, value in element.items():
        if name in ATTRIBUTES:
            said |= spoken(value)
    return played(said)


def played(said: int) -> int:
    """The roles that are spoken for and not spoken against."""
    return said & ~(said >> AGAINST) & ALL


@lru_cache(maxsize=16_384)
def spoken(value: str) -> int:
    """What the words speak for and against; the same values come again on every page of a site."""
    found = 0
    for word in value[:LONGEST].split():
        found |= _of_word(word)
    return found


@lru_cache(maxsize=16_384)
def _of_word(word: str) -> int:
    """What a word speaks for and against; the same words come again on other sites.

    At each place the longest stem is found, which stands for the shorter ones that it begins with.
    """
    if not word.islower():
        word = CAMEL.sub("-", word).lower()
    stems, bits = _table()
    found, match = 0, stems.search(word)
    while match:
        at = match.start()
        found |= bits[match.group(), at == 0 or not "a" <= word[at - 1] <= "z"]
        match = stems.search(word, at + 1)
    return found


def said_by(element: HtmlElement) -> str:
    """All that the element calls itself."""
    return " ".join([value for name, value in element.items() if name in ATTRIBUTES and value])


def stands_beside(element: HtmlElement, levels: int = 6) -> bool:
    """Whether the element is in a list of other stories, a comment, a footer or the like."""
    node: HtmlElement | None = element
    for _ in range(levels):
        if node is None or node.tag in {"body", "main"}:
            return False
        if node.tag in {"aside", "nav", "footer"} or roles_of(node) & BESIDE:
            return True
        if node.tag == "article":
            return False
        node = node.getparent()
    return False


@cache
def _table() -> tuple[re.Pattern[str], Bits]:
    """All stems as one pattern, and what each says, within a word and at the beginning of one."""
    rows = frozenset(_rows())
    stems = {stem for stem, _ in rows}
    bits = {
        (stem, begins): sum({bit for s, bit in rows if stem.startswith(s) and (begins or len(s) > SHORT)})
        for stem in stems
        for begins in (False, True)
    }
    return _any(stems), bits


def _rows() -> Iterator[tuple[str, int]]:
    """Each stem of the table with its bit."""
    table = tomllib.loads(files(__package__).joinpath("roles.toml").read_text(encoding="utf-8"))
    for i, name in enumerate(NAMES):
        yield from ((stem, 1 << i) for stem in table[name]["is"])
        yield from ((stem, 1 << i + AGAINST) for stem in table[name]["not"])


def _any(stems: Iterable[str]) -> re.Pattern[str]:
    """Any of the stems, the longest first, the short ones at a word's beginning only.

    By their first letters, so that each place in a text is held against twenty letters and not all 250 stems:
    it takes a fifth of the time.
    """
    by_letter = groupby(sorted(stems, key=lambda stem: (stem[0], -len(stem), stem)), key=lambda stem: stem[0])
    return re.compile("|".join(f"{letter}(?:{'|'.join(map(_rest, group))})" for letter, group in by_letter))


def _rest(stem: str) -> str:
    return (r"(?<![a-z].)" if len(stem) <= SHORT else "") + re.escape(stem[1:])
