"""Where a line stands: in the page, and against the stretch and the headline that simple rules would choose."""

import math
from collections.abc import Sequence

import numpy as np

from worker.clean.headline import headline
from worker.clean.lines.cohesion import Numbers
from worker.clean.lines.features import PROSE_WORDS, Features
from worker.clean.repeats import repeats
from worker.clean.stretch import weight

LEAST_WEIGHT, MOST_WEIGHT = -10.0, 50.0
LINES_AWAY, FARTHEST = 20.0, 3.0
MOST_REPEATS = 3
WIDTH = 19


def place(lines: Sequence[str], seen: Sequence[Features], stretch: range) -> Numbers:
    """One row a line, `WIDTH` columns; `stretch` is what the rules take for the article."""
    title = headline(lines, seen, stretch.start) if stretch else None
    rows = np.concatenate([_in_the_page(seen), _by_rule(lines, seen, stretch, title)], axis=1)
    return rows.astype(np.float32)


def _in_the_page(seen: Sequence[Features]) -> Numbers:
    """Place by lines and by words, and what the page is like as a whole, which is the same for all its lines."""
    count = len(seen)
    words = np.array([len(line.tokens) for line in seen], np.float32)
    total = max(1.0, float(words.sum()))
    prose = sum(float(w) for w, line in zip(words, seen, strict=True) if line.sentence_end and w >= PROSE_WORDS)
    index = np.arange(count, dtype=np.float32)
    before = np.cumsum(words) - words
    page = (math.log1p(count), math.log1p(total), math.log1p(total / count), prose / total)
    own = [index / count, before / total, np.log1p(index), np.log1p(count - 1 - index)]
    again = np.array([min(MOST_REPEATS, line.repeats - 1) / MOST_REPEATS for line in seen], np.float32)
    return np.stack([*own, again, *(np.full(count, value) for value in page)], axis=1).astype(np.float32)


def _by_rule(lines: Sequence[str], seen: Sequence[Features], stretch: range, title: int | None) -> Numbers:
    """Whether the rules' stretch holds the line, how far its ends and the headline are; the last, if it is a repeat."""
    count, again = len(lines), repeats(lines)
    index = np.arange(count, dtype=np.float32)
    weights = np.clip([weight(line) for line in seen], LEAST_WEIGHT, MOST_WEIGHT) / LINES_AWAY
    headlined = lines[title] if title is not None else None
    wanted = set(seen[title].tokens) if title is not None else set[str]()
    away = np.zeros((2, count))
    if stretch:
        away = np.clip([(index - stretch.start) / LINES_AWAY, (stretch.stop - index) / LINES_AWAY], -FARTHEST, FARTHEST)
    columns = [
        (index >= stretch.start) & (index < stretch.stop),
        weights,
        *away,
        np.full(count, title is None) | (index > (title or 0)),
        [headlined is not None and line == headlined for line in lines],
        [len(wanted.intersection(line.tokens)) / (len(line.tokens) + 1) for line in seen],
        [i in again for i in range(count)],
        [line.heading_shape for line in seen],
        [line.continues for line in seen],
    ]
    return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)
