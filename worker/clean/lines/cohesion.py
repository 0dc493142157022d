"""How a line hangs together with those around it and with the article's beginning, by the words that they share.

What follows an article is prose as well, of other articles: it is told apart by its other subject.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from worker.clean.lines.features import Seen
from worker.clean.lines.marks import Index, Mask
from worker.clean.lines.shape import Numbers
from worker.clean.lines.vocabulary import CONTENT, Vocabulary

COHESIVE_WORDS = 8
NEAR, FAR = 6, 25
EARLY_LINES = 8
CHUNKS = (3, 8)
TILE = 10
COMMON_SHARE = 0.4
WIDTH = 15


@dataclass(frozen=True, slots=True)
class Shared:
    """The content words that several lines have but not most: one cell a line and word, in the order of the words."""

    line: Index
    word: Index
    lines: int
    size: Numbers
    """How many different content words each line has, shared or not."""

    def count(self, mask: Mask) -> Numbers:
        """How many marked cells each line has."""
        return np.bincount(self.line[mask], minlength=self.lines).astype(np.float32)


def cohesion(seen: Seen, start: int) -> Numbers:
    """One row a line, `WIDTH` columns, shares from 0 to 1; `start` is where the article is likely to begin."""
    prose = seen.counts >= COHESIVE_WORDS
    shared = _shared(seen.words)
    first = np.flatnonzero(prose)
    early = first[first >= start][:EARLY_LINES]
    columns = [
        *_repeated(shared, prose),
        *_around(shared, prose),
        *_like_the_beginning(shared, early),
        _tiling(shared, prose),
        _names(seen.words.named, early),
        shared.size == 0,
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _shared(words: Vocabulary) -> Shared:
    """Lines and content words; of the words that more than one line has, and at most two in five or three."""
    line, word = words.cells
    content = (words.known & CONTENT) != 0
    lines = len(words.counts)
    often = np.bincount(word, minlength=len(content))
    wanted = content & (often > 1) & (often <= max(3, lines * COMMON_SHARE))
    size = np.bincount(line[content[word]], minlength=lines).astype(np.float32)
    numbers, kept = np.cumsum(wanted) - 1, wanted[word]
    return Shared(line[kept], numbers[word[kept]], lines, size)


def _repeated(shared: Shared, prose: Mask) -> list[Numbers]:
    """Of the line's words, the share that other lines have, that other prose has, and that much prose has."""
    own = prose[shared.line].astype(np.intp)
    others = np.bincount(shared.word, own)[shared.word] - own
    size: Numbers = np.maximum(1, shared.size)
    return [shared.count(often) / size for often in (others > -1, others > 0, others > 2)]


def _around(shared: Shared, prose: Mask) -> list[Numbers]:
    """Of the line's words, the share that the prose before and behind it has, near and far."""
    told = prose[shared.line]
    before = _away(shared.line, shared.word, told)
    behind = _away(-shared.line[::-1], shared.word[::-1], told[::-1])[::-1]
    size = shared.size + 1
    return [shared.count(away <= reach) / size for away in (before, behind) for reach in (NEAR, FAR)]


def _away(line: Index, word: Index, told: Mask) -> Index:
    """How many lines each cell stands behind the last before it with the same word that is told of in prose.

    More than `FAR` where there is none.
    """
    index = np.arange(len(line))
    last = np.maximum.accumulate(np.where(told, index, -1))
    last = np.concatenate([[-1], last])[:-1].astype(np.intp)
    found = (last >= 0) & (word[last] == word)
    return np.where(found, line - line[last], FAR + 1)


def _sums(matrix: Numbers) -> Numbers:
    """Running sums over the lines, with a row of zeros in front."""
    sums = np.zeros((len(matrix) + 1, matrix.shape[1]), np.float32)
    np.cumsum(matrix, axis=0, out=sums[1:])
    return sums


def _window(sums: Numbers, low: int, high: int) -> Numbers:
    """For every line, the sum over the lines from `low` up to `high` from it."""
    count = len(sums) - 1
    index = np.arange(count)
    window: Numbers = sums[np.clip(index + high, 0, count)] - sums[np.clip(index + low, 0, count)]
    return window


def _like_the_beginning(shared: Shared, early: Index) -> list[Numbers]:
    """Of the words of the line, of those around it and of those behind it, the share that the beginning has."""
    begins = np.zeros(shared.lines, bool)
    begins[early] = True
    known = np.bincount(shared.word, begins[shared.line])[shared.word] > 0
    hits = shared.count(known)
    sums = _sums(np.stack([hits, shared.size], axis=1))
    columns = [hits / (shared.size + 1)]
    for reach in CHUNKS:
        for low in (-reach, 0):
            window = _window(sums, low, reach + 1)
            columns.append(window[:, 0] / (window[:, 1] + 3))
    return columns


def _tiling(shared: Shared, prose: Mask) -> Numbers:
    """How alike the lines before and from this one on are: a cosine, as in TextTiling (Hearst 1997)."""
    told = prose[shared.line]
    matrix = np.zeros((shared.lines, shared.word.max(initial=0) + 1), np.float32)
    matrix[shared.line[told], shared.word[told]] = 1
    sums = _sums(matrix)
    before, behind = _window(sums, -TILE, 0), _window(sums, 0, TILE)
    norms = np.linalg.norm(before, axis=1) * np.linalg.norm(behind, axis=1)
    alike: Numbers = (before * behind).sum(axis=1) / (norms + 1)
    return alike


def _names(named: Sequence[frozenset[str]], early: Index) -> Numbers:
    """Of the line's capitalised words, the share that the article's beginning has."""
    known = frozenset[str]().union(*(named[i] for i in early.tolist()))
    return np.array([len(words & known) / (len(words) + 1) for words in named], np.float32)
