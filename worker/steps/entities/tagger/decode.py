"""The best sequence of tags in which no name goes on that has not begun."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from worker.steps.entities.tagger.vectors import Floats

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_FORBIDDEN = -1e9
_ALLOWED = np.array(
    [
        [_FORBIDDEN if to[0] == "I" and (from_[0] == "O" or from_[2:] != to[2:]) else 0.0 for to in TAGS]
        for from_ in TAGS
    ],
    dtype=np.float32,
)


def decode(at: NDArray[np.intp], scores: Floats) -> Iterator[tuple[int, int, str]]:
    """First and last-but-one word and kind of each name, run by run of neighbouring candidates."""
    if not len(at):
        return
    ends = np.flatnonzero(np.diff(at) > 1) + 1
    for run, rows in zip(np.split(at, ends), np.split(scores, ends), strict=True):
        yield from _names(int(run[0]), best(rows))


def best(scores: Floats) -> list[int]:
    """Viterbi."""
    total = scores[0] + _ALLOWED[0]
    back = []
    for row in scores[1:]:
        paths = total[:, None] + _ALLOWED
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    tags = [int(total.argmax())]
    for pointers in reversed(back):
        tags.append(int(pointers[tags[-1]]))
    return tags[::-1]


def _names(offset: int, tags: list[int]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for n, tag in enumerate([*tags, 0]):
        before = tags[n - 1] if n else 0
        if before and TAGS[tag][0] != "I":
            yield offset + start, offset + n, TAGS[before][2:]
        if TAGS[tag][0] == "B":
            start = n
