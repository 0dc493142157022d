"""What stands before and after a segment."""

import numpy as np

from worker.clean.html.containers import Floats, Ints, Sums

NEAR = (-3, -2, -1, 1, 2, 3)
WINDOWS = (3, 8, 20)
FAR = 40
NOTHING = -1
"""Stands for what is before the first and after the last segment."""
Rows = dict[str, Floats]


def neighbours(rows: Rows, words: Floats, total: Sums, paths: Ints, parents: Ints) -> Rows:
    """The figures of the next segments, and of the windows around."""
    index = np.arange(len(words))
    prose, heading = rows["prose"] > 0, rows["heading"] > 0
    found: Rows = {
        "from-prose": np.minimum(index - _shifted(_last(prose), 1, NOTHING), FAR),
        "to-prose": np.minimum(_shifted(_next(prose), -1, len(index) + FAR) - index, FAR),
        "from-heading": np.minimum(index - _last(heading), FAR),
        "same-path-before": paths == _shifted(paths, 1, NOTHING),
        "same-path-after": paths == _shifted(paths, -1, NOTHING),
        "sibling-before": parents == _shifted(parents, 1, NOTHING),
        "sibling-after": parents == _shifted(parents, -1, NOTHING),
    }
    for by in NEAR:
        for name in ("words", "linked", "prose", "tag"):
            found[f"{name}{by:+d}"] = _shifted(rows[name], -by, NOTHING)
    for size in WINDOWS:
        found |= _window(total, index, size)
    return found


def _window(total: Sums, index: Ints, size: int) -> Rows:
    start, end = np.maximum(index - size, 0), np.minimum(index + size + 1, len(index))
    linked = total.linked[end] - total.linked[start]
    return {
        f"prose-within-{size}": (total.prose[end] - total.prose[start]) / (2 * size + 1),
        f"linked-within-{size}": linked / np.maximum(total.characters[end] - total.characters[start], 1),
        f"prose-segments-within-{size}": (total.prose_segments[end] - total.prose_segments[start]) / (2 * size + 1),
        f"prose-back-{size}": (total.prose[index] - total.prose[start]) / size,
        f"prose-ahead-{size}": (total.prose[end] - total.prose[index + 1]) / size,
    }


def _shifted(values: Floats | Ints, by: int, filler: int) -> Floats | Ints:
    """The values moved so many places to the right (to the left where negative)."""
    moved = np.full_like(values, filler)
    if by > 0:
        moved[by:] = values[:-by]
    else:
        moved[:by] = values[-by:]
    return moved


def _last(there: Floats) -> Ints:
    """The index of the last one up to each place, -1 where there is none."""
    return np.maximum.accumulate(np.where(there, np.arange(len(there)), NOTHING))


def _next(there: Floats) -> Ints:
    """The index of the next one from each place on, far beyond the end where there is none."""
    size = len(there)
    return np.minimum.accumulate(np.where(there, np.arange(size), size + FAR + 10)[::-1])[::-1]
