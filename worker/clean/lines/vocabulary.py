"""The words of a page as numbers: each distinct one once, with what is known of it."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from worker.clean.lines.marks import HYPHEN, UPPER, WORD, Index, Marks, Mask, runs

CONTENT_CHARACTERS = 5
"""Shorter words are mostly function words, in most languages."""
LONGER_THAN = 2
"""A name has more characters."""
CHECKSUM_BITS = 32
FUNCTION, ADDRESSING, CONTENT = 1 << 32, 1 << 33, 1 << 34


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of all lines, one after the other, in small letters."""

    distinct: tuple[str, ...]
    known: NDArray[np.int64]
    """Of each distinct word its checksum and, in the bits above it, its kind."""
    ids: Index
    """For each place the number of its word."""
    line: Index
    counts: Index
    """Words of each line."""
    first: Index
    """Where the words of each line begin."""
    named: tuple[frozenset[str], ...]
    """Of each line the capitalised words, as they are written."""
    cells: tuple[Index, Index]
    """Line and word of every word that a line has, once each, in the order of the words."""

    def share(self, kind: int) -> NDArray[np.float64]:
        """Of each line the share of words of a kind."""
        of_kind = (self.known[self.ids] & kind) != 0
        return np.bincount(self.line[of_kind], minlength=len(self.counts)) / np.maximum(1, self.counts)


def vocabulary(marks: Marks) -> Vocabulary:
    """The words of the lines: runs of letters, digits and underscores, also with an apostrophe or a hyphen inside."""
    starts, ends = runs(marks.are(WORD), marks.are(HYPHEN))
    # The one letter of which two come when it is made small would move all that follow.
    small = marks.text.replace("\u0130", "I").lower()
    words = [small[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    distinct = tuple(dict.fromkeys(words))
    number = {word: i for i, word in enumerate(distinct)}
    ids = np.fromiter(map(number.__getitem__, words), np.intp, len(words))
    line = np.searchsorted(marks.starts, starts, "right") - 1
    counts = np.bincount(line, minlength=len(marks.starts))
    cell = np.unique(ids * len(counts) + line)
    return Vocabulary(
        distinct=distinct,
        known=np.fromiter(map(_known, distinct), np.int64, len(distinct)),
        ids=ids,
        line=line,
        counts=counts,
        first=np.cumsum(counts) - counts,
        named=_named(marks, starts, ends, line),
        cells=(cell % len(counts), cell // len(counts)),
    )


def _named(marks: Marks, starts: Index, ends: Index, line: Index) -> tuple[frozenset[str], ...]:
    capital: Mask = ((marks.bits[starts] & UPPER) != 0) & (ends - starts > LONGER_THAN)
    found: list[list[str]] = [[] for _ in marks.starts]
    places = zip(line[capital].tolist(), starts[capital].tolist(), ends[capital].tolist(), strict=True)
    for row, start, end in places:
        found[row].append(marks.text[start:end])
    return tuple(map(frozenset, found))


@lru_cache(maxsize=32_768)
def _known(word: str) -> int:
    kinds = FUNCTION * (word in FUNCTION_WORDS) + ADDRESSING * (word in ADDRESSING_WORDS)
    return crc32(word.encode()) + kinds + CONTENT * (len(word) >= CONTENT_CHARACTERS)


def _words(name: str) -> frozenset[str]:
    return frozenset(files(__package__).joinpath(name).read_text(encoding="utf-8").split())


FUNCTION_WORDS = _words("function_words.txt")
ADDRESSING_WORDS = _words("addressing_words.txt")
