"""A page as the network sees it: a row of numbers and a handful of hashed words a line."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from worker.clean.lines.cohesion import Numbers, cohesion
from worker.clean.lines.features import Features
from worker.clean.lines.place import place
from worker.clean.lines.shape import MOST_IDS

Buckets = NDArray[np.int32]


def columns(lines: Sequence[str], seen: Sequence[Features], stretch: range) -> tuple[Numbers, Buckets]:
    """(lines × columns, lines × `MOST_IDS`); a bucket of 0 stands for no word.

    `stretch` is what the rules take for the article.
    """
    placed = place(lines, seen, stretch)
    shapes = np.array([line.numbers for line in seen], np.float32)
    ends = np.array([[line.sentence_end, line.lowercase] for line in seen], np.float32)
    buckets = np.zeros((len(seen), MOST_IDS), np.int32)
    for row, line in zip(buckets, seen, strict=True):
        row[: len(line.buckets)] = line.buckets
    return np.concatenate([shapes, ends, placed, cohesion(lines, seen, stretch.start)], axis=1), buckets
