"""What class names and words give away: the table `vocabulary.toml` as bits, a bit a group."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

TABLE: Mapping[str, Mapping[str, str]] = tomllib.loads(
    files(__package__).joinpath("vocabulary.toml").read_text(encoding="utf-8")
)
GROUPS = tuple(TABLE["markup"])
TAGS = (
    "article", "main", "aside", "nav", "footer", "header", "figure", "table", "ul", "form", "blockquote", "button",
    "heading", "figcaption",
)  # fmt: skip
FACTS = ("display-none", "role-navigation", "role-complementary", "role-main", "item-body", "item-scope")
MARKS = (*GROUPS, *(f"<{tag}>" for tag in TAGS), *FACTS)
"""What the markup may say of an element: the words of its names, its tag, and a few attributes; 64 at most."""
BIT = {mark: 1 << i for i, mark in enumerate(MARKS)}
TAG_BITS = {tag: BIT[f"<{tag}>"] for tag in TAGS} | {f"h{n}": BIT["<heading>"] for n in range(2, 7)}
TAG_BITS |= {"ol": BIT["<ul>"], "dialog": BIT["modal"], "address": BIT["author"]}
ROLE_BITS = {
    **dict.fromkeys(
        ("navigation", "banner", "contentinfo", "search", "menu", "menubar", "tablist"), BIT["role-navigation"]
    ),
    "complementary": BIT["role-complementary"],
    "main": BIT["role-main"],
    **dict.fromkeys(("dialog", "alertdialog"), BIT["modal"]),
}
NAMES = {
    **dict.fromkeys(("class", "id", "itemprop"), 200),
    **dict.fromkeys(("data-testid", "data-component", "data-type", "data-module", "data-qa", "aria-label"), 60),
}
"""Attributes that name an element, and how many characters of each are read."""
TOLD = frozenset({"style", "hidden", "role", "itemtype"})
"""Attributes that tell a fact."""
NOT_DISPLAYED = re.compile(r"display\s*:\s*none")
PART = re.compile("[A-Z]?[a-zäöüßéèêàçñ]+|[A-Z]+")
SHORTEST_BEGINNING, SHORTEST_INSIDE = 4, 6

WORD_GROUPS = tuple(TABLE["words"])
WORD_BIT = {group: 1 << i for i, group in enumerate(WORD_GROUPS)}


def _bits_by_word(groups: Mapping[str, str], bits: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for group, words in groups.items():
        for word in words.split():
            found[word] = found.get(word, 0) | bits[group]
    return found


STEMS = _bits_by_word(TABLE["markup"], BIT)
INSIDE = tuple((stem, bits) for stem, bits in STEMS.items() if len(stem) >= SHORTEST_INSIDE)
WORDS = _bits_by_word(TABLE["words"], WORD_BIT)


@lru_cache(maxsize=16_384)
def _part_bits(part: str) -> int:
    bits = STEMS.get(part, 0) | (STEMS.get(part[:-1], 0) if part.endswith("s") else 0)
    for length in range(SHORTEST_BEGINNING, len(part)):
        bits |= STEMS.get(part[:length], 0)
    if len(part) > SHORTEST_INSIDE:
        for stem, stem_bits in INSIDE:
            if stem in part:
                bits |= stem_bits
    return bits


@lru_cache(maxsize=4_096)
def name_bits(names: str) -> int:
    """The groups of which words stand in a class, an id or another name."""
    bits = 0
    for part in PART.findall(names):
        bits |= _part_bits(part.lower())
    return bits


def element_bits(tag: str, attributes: list[tuple[str, str]]) -> tuple[int, str]:
    """What an element says of itself, and its names as they stand."""
    bits, names = TAG_BITS.get(tag, 0), ""
    for key, value in attributes:
        if key in NAMES:
            names += " " + value[: NAMES[key]]
            if key == "itemprop" and value in {"articleBody", "text"}:
                bits |= BIT["item-body"]
        elif key in TOLD:
            bits |= _fact(key, value)
    return bits | (name_bits(names) if names else 0), names


def _fact(key: str, value: str) -> int:
    if key == "style":
        return BIT["display-none"] if "none" in value and NOT_DISPLAYED.search(value) else 0
    if key == "hidden":
        return BIT["display-none"]
    if key == "role":
        return ROLE_BITS.get(value, 0)
    return BIT["item-scope"]
