"""How a line hangs together with those around it and with the article's beginning, by the words that they share.

What follows an article is prose as well, of other articles: it is told apart by its other subject.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from worker.clean.lines.features import Features
from worker.clean.lines.shape import TOKEN

Numbers = NDArray[np.float32]
CONTENT_CHARACTERS = 5
"""Shorter words are mostly function words, in most languages."""
COHESIVE_WORDS = 8
NEAR, FAR = 6, 25
EARLY_LINES = 8
CHUNKS = (3, 8)
TILE = 10
COMMON_SHARE = 0.4
WIDTH = 15


def cohesion(lines: Sequence[str], seen: Sequence[Features], start: int) -> Numbers:
    """One row a line, `WIDTH` columns, shares from 0 to 1; `start` is where the article is likely to begin."""
    content = [frozenset(word for word in line.tokens if len(word) >= CONTENT_CHARACTERS) for line in seen]
    prose = np.array([line.words >= COHESIVE_WORDS for line in seen])
    shared = _shared(content)
    size = np.array([len(words) for words in content], np.float32)
    sums = _sums(shared * prose[:, None])
    first = np.flatnonzero(prose)
    early = first[first >= start][:EARLY_LINES]
    columns = [
        *_repeated(shared, prose, size),
        *_around(shared, sums, size),
        *_like_the_beginning(shared, early, size),
        _tiling(sums),
        _names(lines, early),
        size == 0,
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _shared(content: Sequence[frozenset[str]]) -> Numbers:
    """Lines by words, 1 where the line has the word; of words that several lines have but not most."""
    often = Counter(word for words in content for word in words)
    most = max(3, len(content) * COMMON_SHARE)
    column = {word: i for i, word in enumerate(word for word, n in often.items() if 1 < n <= most)}
    cells = [(row, column[word]) for row, words in enumerate(content) for word in words if word in column]
    matrix = np.zeros((len(content), len(column) + 1), np.float32)
    if cells:
        rows, columns = zip(*cells, strict=True)
        matrix[rows, columns] = 1
    return matrix


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


def _repeated(shared: Numbers, prose: NDArray[np.bool_], size: Numbers) -> list[Numbers]:
    """Of the line's words, the share that other lines have, that other prose has, and that much prose has."""
    in_prose = (shared * prose[:, None]).sum(axis=0)
    own = prose[:, None]
    return [
        shared.sum(axis=1) / np.maximum(1, size),
        (shared * (in_prose > own)).sum(axis=1) / np.maximum(1, size),
        (shared * (in_prose > 2 + own)).sum(axis=1) / np.maximum(1, size),
    ]


def _around(shared: Numbers, sums: Numbers, size: Numbers) -> list[Numbers]:
    """Of the line's words, the share that the prose before and behind it has, near and far."""
    windows = ((-NEAR, 0), (-FAR, 0), (1, NEAR + 1), (1, FAR + 1))
    return [(shared * (_window(sums, low, high) > 0)).sum(axis=1) / (size + 1) for low, high in windows]


def _like_the_beginning(shared: Numbers, early: NDArray[np.intp], size: Numbers) -> list[Numbers]:
    """Of the words of the line, of those around it and of those behind it, the share that the beginning has."""
    hits = (shared * (shared[early].sum(axis=0) > 0)).sum(axis=1)
    of_hits, of_size = _sums(hits[:, None]), _sums(size[:, None])
    columns = [hits / (size + 1)]
    for reach in CHUNKS:
        for low in (-reach, 0):
            found = _window(of_hits, low, reach + 1) / (_window(of_size, low, reach + 1) + 3)
            columns.append(found[:, 0])
    return columns


def _tiling(sums: Numbers) -> Numbers:
    """How alike the lines before and from this one on are: a cosine, as in TextTiling (Hearst 1997)."""
    before, behind = _window(sums, -TILE, 0), _window(sums, 0, TILE)
    norms = np.linalg.norm(before, axis=1) * np.linalg.norm(behind, axis=1)
    alike: Numbers = (before * behind).sum(axis=1) / (norms + 1)
    return alike


def _names(lines: Sequence[str], early: NDArray[np.intp]) -> Numbers:
    """Of the line's capitalised words, the share that the article's beginning has."""
    capitalised = [{word for word in TOKEN.findall(line) if word[0].isupper() and len(word) > 2} for line in lines]
    known = set[str]().union(*(capitalised[i] for i in early))
    return np.array([len(words & known) / (len(words) + 1) for words in capitalised], np.float32)
