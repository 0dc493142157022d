"""What the text of one segment looks like, whatever stands around it."""

import string
from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from worker.clean.html.clues import WORD
from worker.clean.html.vocabulary import WORD_BIT, WORDS
from worker.clean.words import CHARACTERS_A_WORD, UNSPACED, ends_sentence

SHORT_CHARACTERS = 60
LOOKED_AT = 160
"""Characters from the beginning in which words are looked for."""
SHORT_WORDS = 40
FIRST_WORDS = 3
BULLETS = frozenset("•·-–—*►▶»>→")
OPENING_QUOTES = frozenset("\"“„«‘'")
CAPITALS = string.ascii_uppercase.encode()
ELLIPSES = ("...", "…", "[…]")
COPYRIGHT = WORD_BIT["copyright"]
KNOWN_WORDS = frozenset(WORDS)
FUNCTION_WORDS = frozenset(word for word, bits in WORDS.items() if bits & WORD_BIT["function"])


class Wording(NamedTuple):
    """The figures of a segment's text, in the order of `FIGURES`, its words and the groups these belong to.

    Of a text of `SHORT_WORDS` or more, which is no title, the words are not kept.
    """

    figures: "array[float]"
    words: Sequence[str]
    groups: int
    first_groups: int


FIGURES = (
    "words", "ends-sentence", "commas", "stops", "capitals", "begins-small", "begins-digit",
    "bullet", "opens-quote", "colon", "ellipsis", "pipe", "at-sign", "address", "question", "function-words",
    "bracket", "slashes", "in-brackets", "characters",
)  # fmt: skip


def wording(text: str) -> Wording:
    """The figures of the text; those of menus are remembered, which come again on every page of a site."""
    return _remembered(text) if len(text) <= SHORT_CHARACTERS else _measured(text)


@lru_cache(maxsize=8_192)
def _remembered(text: str) -> Wording:
    return _measured(text)


def _measured(text: str) -> Wording:
    tokens = WORD.findall(text[:LOOKED_AT].lower())
    groups, first, function_share = _groups(tokens)
    words = count(text)
    short = words < SHORT_WORDS
    start = text[:80]
    end = text[-12:]
    figures = (
        words,
        ends_sentence(text),
        text.count(",") + text.count("，") + text.count("、"),
        text.count(". ") + text.count("。"),
        _capitals(start) / len(start) if short else 0.03,
        text[0].islower(),
        text[0].isdigit(),
        text[0] in BULLETS,
        text[0] in OPENING_QUOTES,
        text[-1] == ":",
        text.endswith(ELLIPSES),
        "|" in text,
        "@" in text,
        "http" in text or "www." in text,
        "?" in end,
        function_share,
        "(" in text,
        text.count("/") > 1,
        text[0] == "(",
        len(text),
    )
    return Wording(array("f", figures), tokens if short else (), groups | COPYRIGHT if "©" in start else groups, first)


def count(text: str) -> int:
    """Words by blanks; in scripts without blanks, every two characters count as one more."""
    words = text.count(" ") + 1
    return words if text.isascii() else words + len(UNSPACED.findall(text)) // CHARACTERS_A_WORD


def _groups(tokens: Sequence[str]) -> tuple[int, int, float]:
    """The groups of the text's words, of its first words, and the share of function words."""
    groups = first = 0
    for word in KNOWN_WORDS.intersection(tokens):
        groups |= WORDS[word]
    if groups:
        for word in tokens[:FIRST_WORDS]:
            first |= WORDS.get(word, 0)
    function = sum(map(FUNCTION_WORDS.__contains__, tokens)) if groups & WORD_BIT["function"] else 0
    return groups, first, function / len(tokens) if tokens else 0.0


def _capitals(text: str) -> int:
    """Capital letters; those of ASCII by what is left without them, which is faster than to ask each."""
    return len(text) - len(text.encode().translate(None, CAPITALS)) if text.isascii() else sum(map(str.isupper, text))
