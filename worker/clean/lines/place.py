"""Where a line stands: in the page, and against the stretch and the headline that simple rules would choose."""

import math

import numpy as np
from numpy.typing import NDArray

from worker.clean.headline import headline
from worker.clean.lines.features import PROSE_WORDS, Seen
from worker.clean.lines.shape import Numbers
from worker.clean.lines.vocabulary import Vocabulary
from worker.clean.repeats import repeats
from worker.clean.stretch import weight

LEAST_WEIGHT, MOST_WEIGHT = -10.0, 50.0
LINES_AWAY, FARTHEST = 20.0, 3.0
MOST_REPEATS = 3
WIDTH = 19


def place(seen: Seen, stretch: range) -> Numbers:
    """One row a line, `WIDTH` columns; `stretch` is what the rules take for the article."""
    title = headline(seen.texts, seen.lines, stretch.start) if stretch else None
    rows = np.concatenate([_in_the_page(seen), _by_rule(seen, stretch, title)], axis=1)
    return rows.astype(np.float32)


def _in_the_page(seen: Seen) -> Numbers:
    """Place by lines and by words, and what the page is like as a whole, which is the same for all its lines."""
    count = len(seen.lines)
    words = seen.words.counts.astype(np.float32)
    total = max(1.0, float(words.sum()))
    ends = np.array([line.sentence_end for line in seen.lines])
    prose = float(words[ends & (words >= PROSE_WORDS)].sum())
    index = np.arange(count, dtype=np.float32)
    before = np.cumsum(words) - words
    page = (math.log1p(count), math.log1p(total), math.log1p(total / count), prose / total)
    own = [index / count, before / total, np.log1p(index), np.log1p(count - 1 - index)]
    again = np.array([min(MOST_REPEATS, line.repeats - 1) / MOST_REPEATS for line in seen.lines], np.float32)
    return np.stack([*own, again, *(np.full(count, value) for value in page)], axis=1).astype(np.float32)


def _by_rule(seen: Seen, stretch: range, title: int | None) -> Numbers:
    """Whether the rules' stretch holds the line, how far its ends and the headline are; the last, if it is a repeat."""
    lines, again = seen.lines, repeats(seen.texts, seen.said)
    count = len(lines)
    index = np.arange(count, dtype=np.float32)
    weights = np.clip([weight(line) for line in lines], LEAST_WEIGHT, MOST_WEIGHT) / LINES_AWAY
    headlined = seen.texts[title] if title is not None else None
    away = np.zeros((2, count))
    if stretch:
        away = np.clip([(index - stretch.start) / LINES_AWAY, (stretch.stop - index) / LINES_AWAY], -FARTHEST, FARTHEST)
    columns = [
        (index >= stretch.start) & (index < stretch.stop),
        weights,
        *away,
        np.full(count, title is None) | (index > (title or 0)),
        [headlined is not None and text == headlined for text in seen.texts],
        _of_the_headline(seen.words, title),
        [i in again for i in range(count)],
        [line.heading_shape for line in lines],
        [line.continues for line in lines],
    ]
    return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)


def _of_the_headline(words: Vocabulary, title: int | None) -> NDArray[np.float64]:
    """Of the line's words, the share that the headline has."""
    line, word = words.cells
    wanted = np.zeros(len(words.distinct), bool)
    if title is not None:
        wanted[word[line == title]] = True
    found: NDArray[np.float64] = np.bincount(line[wanted[word]], minlength=len(words.counts)) / (words.counts + 1)
    return found
