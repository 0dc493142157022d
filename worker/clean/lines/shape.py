"""What lines look like, in numbers that hold for any site and most languages."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from worker.clean.lines.marks import (
    BEFORE_GLUE,
    BLANK,
    CAPITAL,
    CLOSING,
    COMMA,
    DIGIT,
    END,
    IN_TIME,
    LOWER,
    PUNCTUATION,
    SEPARATOR,
    TITLE,
    UNSPACED,
    UPPER,
    Index,
    Marks,
    Mask,
    Tokens,
    earlier,
    later,
    tokens_of,
)
from worker.clean.lines.vocabulary import ADDRESSING, FUNCTION, Vocabulary
from worker.clean.shapes import CLOCK, DAY
from worker.clean.words import BULLET
from worker.model import BoilerplateReason as Reason

Numbers = NDArray[np.float32]
Column = NDArray[np.generic] | Sequence[float]
REASONS = (
    Reason.COOKIE_NOTICE, Reason.NAVIGATION, Reason.RELATED_LINKS, Reason.SHARE_BAR, Reason.BYLINE, Reason.CAPTION,
    Reason.ADVERTISEMENT, Reason.SUBSCRIPTION, Reason.COPYRIGHT, Reason.REPEATED, Reason.METADATA, Reason.COMMENT,
    Reason.TITLE, Reason.OTHER,
)  # fmt: skip
"""The columns for cues, in the order in which the network has learned them: a new reason does not move them."""
SHORT_CHARACTERS = 200
"""Dates and clock times give away short lines only: articles are full of them."""
ADDRESS_CHARACTERS = 400
OPENING = 40

_ADDRESS = re.compile(r"https?:|www\.|\S@\S|\.com\b")
_IN_ADDRESS = ("http", "www.", "@", ".com")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY, _CLOCK = re.compile(DAY, re.IGNORECASE), re.compile(CLOCK, re.IGNORECASE)


def shapes(
    lines: Sequence[str], marks: Marks, words: Vocabulary, counts: Index, reasons: Sequence[Reason | None]
) -> Numbers:
    """One row a line; `counts` are the lines' words, `reasons` what their words give away."""
    place = {reason: i for i, reason in enumerate(REASONS)}
    told = np.zeros((len(lines), len(REASONS)), np.float32)
    for row, reason in enumerate(reasons):
        if reason in place:
            told[row, place[reason]] = 1
    tokens = tokens_of(marks)
    columns = [*_lengths(marks, tokens, counts), *_words_in(marks, tokens, words), *_marks(lines, marks, tokens)]
    return np.concatenate([np.stack([np.asarray(c, np.float32) for c in columns], axis=1), told], axis=1)


def _lengths(marks: Marks, tokens: Tokens, counts: Index) -> list[Column]:
    characters = marks.ends - marks.starts
    lengths = np.diff(tokens.starts, append=len(marks.bits) + 1) - 1
    return [
        np.log1p(characters),
        np.log1p(counts),
        characters / tokens.counts / 10,
        np.maximum.reduceat(lengths, tokens.first) / 30,
        marks.count(UNSPACED) / characters,
        marks.count(DIGIT) / characters,
        marks.count(PUNCTUATION) / characters,
    ]


def _words_in(marks: Marks, tokens: Tokens, words: Vocabulary) -> list[Column]:
    """Shares: small and capital initials, words in capitals, function words, words that address the reader."""
    initials, whole = marks.bits[tokens.starts], np.bitwise_or.reduceat(marks.bits, tokens.starts)
    # A capital is called a title by itself, and is none where a small letter follows: only letters such as Dž are left.
    spoilt = (marks.are(TITLE) & ~marks.are(UPPER)) | marks.are(LOWER)
    capitals = ((whole & UPPER) != 0) & ~np.logical_or.reduceat(spoilt, tokens.starts)
    shares = ((initials & LOWER) != 0, (initials & UPPER) != 0, capitals)
    return [*map(tokens.share, shares), words.share(FUNCTION), words.share(ADDRESSING)]


def _marks(lines: Sequence[str], marks: Marks, tokens: Tokens) -> list[Column]:
    """How the lines begin and end, and the telling characters in them."""
    firsts, lasts = [line[0] for line in lines], [line[-1] for line in lines]
    return [
        [last == ":" for last in lasts],
        [last in ",;-–" for last in lasts],
        [last in "\"'”’»“" for last in lasts],
        [line.endswith(("...", "…")) for line in lines],
        [last == "?" for last in lasts],
        [first.islower() for first in firsts],
        [first.isdigit() for first in firsts],
        [first in "\"'“‘«„(" for first in firsts],
        [first in "([" for first in firsts],
        [BULLET.match(line) is not None for line in lines],
        np.log1p(marks.sums(_inner_ends(marks))),
        marks.count(COMMA) / tokens.counts,
        np.minimum(3, marks.sums(marks.are(BEFORE_GLUE) & later(marks.are(CAPITAL), 1))) / 3,
        np.minimum(4, marks.count(SEPARATOR)) / 4,
        [
            len(line) <= ADDRESS_CHARACTERS and any(part in line for part in _IN_ADDRESS) and _holds(_ADDRESS, line)
            for line in lines
        ],
        ["©" in line for line in lines],
        *_times(lines, marks),
        [":" in line[:OPENING] for line in lines],
        ['"' in line or "“" in line for line in lines],
    ]


def _inner_ends(marks: Marks) -> Mask:
    """The blanks behind a full stop and what may close behind it."""
    index = np.arange(len(marks.bits))
    last = np.maximum.accumulate(np.where(marks.are(CLOSING), 0, index))
    return marks.are(BLANK) & earlier(marks.are(END)[last], 1)


def _times(lines: Sequence[str], marks: Marks) -> list[list[bool]]:
    """Whether a line has a day, a clock time, a year; looked for where there are digits enough."""
    digits = marks.are(DIGIT)
    two = digits & later(digits, 1)
    four = two & later(two, 2)
    parted = digits & later(marks.are(IN_TIME), 1) & later(digits, 2)
    sizes = marks.ends - marks.starts
    years = marks.sums(four) > 0
    days = (years | (marks.sums(parted) > 0)) & (sizes <= SHORT_CHARACTERS)
    clocks = (marks.sums(parted & later(two, 2)) > 0) & (sizes <= SHORT_CHARACTERS)
    ways = ((days, _DAY), (clocks, _CLOCK), (years & (sizes <= ADDRESS_CHARACTERS), _YEAR))
    return [
        [likely and _holds(pattern, line) for likely, line in zip(where.tolist(), lines, strict=True)]
        for where, pattern in ways
    ]


def _holds(pattern: re.Pattern[str], line: str) -> bool:
    return pattern.search(line) is not None
