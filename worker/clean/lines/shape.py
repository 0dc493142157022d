"""What a line looks like, in numbers that hold for any site and most languages."""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from worker.clean.cues import MENU_CHARACTERS
from worker.clean.shapes import CLOCK, DAY
from worker.clean.words import BULLET, UNSPACED
from worker.model import BoilerplateReason as Reason

REASONS = (
    Reason.COOKIE_NOTICE, Reason.NAVIGATION, Reason.RELATED_LINKS, Reason.SHARE_BAR, Reason.BYLINE, Reason.CAPTION,
    Reason.ADVERTISEMENT, Reason.SUBSCRIPTION, Reason.COPYRIGHT, Reason.REPEATED, Reason.METADATA, Reason.COMMENT,
    Reason.TITLE, Reason.OTHER,
)  # fmt: skip
"""The columns for cues, in the order in which the network has learned them: a new reason does not move them."""
BUCKETS = 4096
"""Words are hashed into so many; 0 stands for no word."""
MOST_IDS = 24
WHOLE_WORDS = 16
"""A line of at most so many words is read whole, of a longer one the beginning and the end."""
FIRST_WORDS, LAST_WORDS, PAIRS = 8, 4, 6
SHORT_CHARACTERS = 200
"""Dates and clock times give away short lines only: articles are full of them."""
ADDRESS_CHARACTERS = 400
OPENING = 40

TOKEN = re.compile(r"\w+(?:['’-]\w+)*")
_DIGIT = re.compile(r"\d")
_PUNCTUATION = re.compile(r"[^\w\s]")
_GLUED = re.compile(r"[a-zß-ÿ.)!?][A-ZÀ-Þ]")
_INNER_END = re.compile(r"[.!?。！？][\"'”’)]*\s")
_SEPARATOR = re.compile(r"[|·•›»→/]")
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|\.com\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY, _CLOCK = re.compile(DAY, re.IGNORECASE), re.compile(CLOCK, re.IGNORECASE)


def _words(name: str) -> frozenset[str]:
    return frozenset(files(__package__).joinpath(name).read_text(encoding="utf-8").split())


FUNCTION_WORDS = _words("function_words.txt")
ADDRESSING_WORDS = _words("addressing_words.txt")


class Shape(NamedTuple):
    """A line's words in small letters, its shape in numbers, and its telling words, hashed."""

    tokens: tuple[str, ...]
    numbers: tuple[float, ...]
    buckets: tuple[int, ...]


def shape(line: str, count: int, reason: Reason | None) -> Shape:
    """What the line looks like; `count` are its words, `reason` what its words give away."""
    return _remembered(line, count, reason) if len(line) <= MENU_CHARACTERS else _shape(line, count, reason)


@lru_cache(maxsize=8_192)
def _remembered(line: str, count: int, reason: Reason | None) -> Shape:
    """Menus come again on every page of a site."""
    return _shape(line, count, reason)


def _shape(line: str, count: int, reason: Reason | None) -> Shape:
    tokens, words = line.split(), TOKEN.findall(line.lower())
    told = [float(reason is each) for each in REASONS]
    numbers = (*_lengths(line, tokens, count), *_words_in(tokens, words), *_marks(line, tokens), *told)
    return Shape(tuple(words), numbers, _buckets(words, count))


def _lengths(line: str, tokens: Sequence[str], count: int) -> tuple[float, ...]:
    characters = len(line)
    unspaced = 0 if line.isascii() else len(UNSPACED.findall(line))
    return (
        math.log1p(characters),
        math.log1p(count),
        characters / len(tokens) / 10,
        max(map(len, tokens)) / 30,
        unspaced / characters,
        len(_DIGIT.findall(line)) / characters,
        len(_PUNCTUATION.findall(line)) / characters,
    )


def _words_in(tokens: Sequence[str], words: Sequence[str]) -> tuple[float, ...]:
    """Shares: small and capital initials, words in capitals, function words, words that address the reader."""
    initials = [token[0] for token in tokens]
    return (
        sum(map(str.islower, initials)) / len(tokens),
        sum(map(str.isupper, initials)) / len(tokens),
        sum(map(str.isupper, tokens)) / len(tokens),
        sum(map(FUNCTION_WORDS.__contains__, words)) / max(1, len(words)),
        sum(map(ADDRESSING_WORDS.__contains__, words)) / max(1, len(words)),
    )


def _marks(line: str, tokens: Sequence[str]) -> tuple[float, ...]:
    """How the line begins and ends, and the telling characters in it."""
    first, last = line[0], line[-1]
    addressable = len(line) <= ADDRESS_CHARACTERS
    dated = len(line) <= SHORT_CHARACTERS and _DIGIT.search(line) is not None
    return (
        float(last == ":"),
        float(last in ",;-–"),
        float(last in "\"'”’»“"),
        float(line.endswith(("...", "…"))),
        float(last == "?"),
        float(first.islower()),
        float(first.isdigit()),
        float(first in "\"'“‘«„("),
        float(first in "(["),
        float(BULLET.match(line) is not None),
        math.log1p(len(_INNER_END.findall(line))),
        line.count(",") / len(tokens),
        min(3, len(_GLUED.findall(line))) / 3,
        min(4, len(_SEPARATOR.findall(line))) / 4,
        float(addressable and _ADDRESS.search(line) is not None),
        float("©" in line),
        float(dated and _DAY.search(line) is not None),
        float(dated and _CLOCK.search(line) is not None),
        float(addressable and _YEAR.search(line) is not None),
        float(":" in line[:OPENING]),
        float('"' in line or "“" in line),
    )


def _buckets(words: Sequence[str], count: int) -> tuple[int, ...]:
    """The buckets of words, of the first and the last word as such, and of pairs of words."""
    if not words:
        return ()
    whole = count <= WHOLE_WORDS
    read = words[:WHOLE_WORDS] if whole else [*words[:FIRST_WORDS], *words[-LAST_WORDS:]]
    pairs = [f"{a} {b}" for a, b in pairwise(read[: PAIRS + 1])]
    keys = [*read, f"^{words[0]}", f"{words[-1]}$", *pairs]
    return tuple(crc32(key.encode()) % (BUCKETS - 1) + 1 for key in keys[:MOST_IDS])
