"""A page's characters as numbers: what kind each is, for all lines at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from worker.clean.words import CHARACTERS_A_WORD
from worker.clean.words import UNSPACED as UNSPACED_SCRIPTS

Mask = NDArray[np.bool_]
Index = NDArray[np.intp]
Bits = NDArray[np.uint32]

OF_PATTERN = {
    1 << 0: r"[^\W_]+",
    1 << 1: r"\w+",
    1 << 2: r"\d+",
    1 << 3: r"[^\w\s]+",
    1 << 4: f"{UNSPACED_SCRIPTS.pattern}+",
    1 << 5: r"[a-zß-ÿ.)!?]",
    1 << 6: r"[a-zß-ÿ.)]",
    1 << 7: r"[A-ZÀ-Þ]",
    1 << 8: r"[.!?。！？]",
    1 << 9: r"[\"'”’)]",
    1 << 10: r"[|·•›»→/]",
    1 << 11: r"['’-]",
    1 << 12: r"['’.-]",
    1 << 13: r" ",
    1 << 14: r",",
    1 << 15: r"[.:h/H]",
}
(
    ALNUM, WORD, DIGIT, PUNCTUATION, UNSPACED, BEFORE_GLUE, BEFORE_GLUED_WORD, CAPITAL, END, CLOSING, SEPARATOR, HYPHEN,
    JOINT, BLANK, COMMA, IN_TIME,
) = OF_PATTERN  # fmt: skip
OF_METHOD = {1 << 16: str.islower, 1 << 17: str.isupper, 1 << 18: str.istitle, 1 << 19: str.isalpha}
LOWER, UPPER, TITLE, ALPHA = OF_METHOD
"""`str.istitle` says yes to every capital; it is of use for the few characters that are neither great nor small."""
UNASSIGNED = 0x323FF
"""Beyond it no character is a letter or a digit."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The lines joined by newlines, the bits of each character, and where in it each line starts and ends."""

    text: str
    bits: Bits
    starts: Index
    ends: Index

    def are(self, kind: int) -> Mask:
        """Which characters are of one of the kinds."""
        found: Mask = (self.bits & kind) != 0
        return found

    def sums(self, mask: Mask) -> Index:
        """How many characters of each line are marked."""
        return np.add.reduceat(mask, self.starts, dtype=np.intp)

    def count(self, kind: int) -> Index:
        """How many characters of each line are of one of the kinds."""
        return self.sums(self.are(kind))


def marked(lines: Sequence[str]) -> Marks:
    """The marks of lines none of which is empty."""
    text = "\n".join(lines)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    sizes = np.fromiter(map(len, lines), np.intp, len(lines))
    ends = np.cumsum(sizes + 1) - 1
    return Marks(text, _table()[np.minimum(codes, UNASSIGNED)], ends - sizes, ends)


@dataclass(frozen=True, slots=True)
class Tokens:
    """What stands between blanks: where each begins; how many a line has, and which of them is its first."""

    starts: Index
    counts: Index
    first: Index

    def share(self, mask: Mask) -> NDArray[np.float64]:
        """Of each line's tokens, the share that is marked."""
        found: NDArray[np.float64] = np.add.reduceat(mask, self.first, dtype=np.intp) / self.counts
        return found


def tokens_of(marks: Marks) -> Tokens:
    """The tokens of lines that have one blank between two of them and none at their ends."""
    blanks = marks.are(BLANK)
    starts = np.sort(np.concatenate([marks.starts, np.flatnonzero(blanks) + 1]))
    counts = marks.sums(blanks) + 1
    return Tokens(starts, counts, np.cumsum(counts) - counts)


def words_in(marks: Marks) -> Index:
    """What `count_words` says of each line."""
    unspaced = marks.are(UNSPACED)
    starts, _ = runs(marks.are(ALNUM) & ~unspaced, marks.are(JOINT))
    spaced = np.bincount(np.searchsorted(marks.starts, starts, "right") - 1, minlength=len(marks.starts))
    return spaced + (marks.sums(unspaced) + 1) // CHARACTERS_A_WORD


def glued_in(marks: Marks) -> Index:
    """Places of each line where a capital follows a small letter: words of several elements run together."""
    return marks.sums(marks.are(BEFORE_GLUED_WORD) & later(marks.are(CAPITAL), 1))


def earlier(mask: Mask, by: int) -> Mask:
    """For each place what was `by` places before."""
    shifted = np.zeros_like(mask)
    shifted[by:] = mask[:-by]
    return shifted


def later(mask: Mask, by: int) -> Mask:
    """For each place what comes `by` places behind."""
    shifted = np.zeros_like(mask)
    shifted[:-by] = mask[by:]
    return shifted


def runs(inside: Mask, joint: Mask) -> tuple[Index, Index]:
    """Where words begin and where they have ended: runs of characters, also such as one joint holds together."""
    behind = inside & earlier(inside, 2) & earlier(joint & ~inside, 1)
    before = inside & later(inside, 2) & later(joint & ~inside, 1)
    starts = np.flatnonzero(inside & ~earlier(inside, 1) & ~behind)
    ends = np.flatnonzero(inside & ~later(inside, 1) & ~before) + 1
    return starts, ends


@cache
def _table() -> Bits:
    """The bits of every character, found once a process."""
    every = "".join(map(chr, range(UNASSIGNED + 1)))
    table = np.zeros(len(every), np.uint32)
    for bit, pattern in OF_PATTERN.items():
        for found in re.finditer(pattern, every):
            table[found.start() : found.end()] |= bit
    for bit, method in OF_METHOD.items():
        table[np.fromiter(map(method, every), bool, len(every))] |= bit
    return table
