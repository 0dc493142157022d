"""What stands before and after a segment."""

import numpy as np

from worker.clean.html.containers import Floats, Ints

FAR = 40
NOTHING = -1
"""Stands for what is before the first and after the last segment."""
Rows = dict[str, Floats]


def neighbours(rows: Rows, paths: Ints, parents: Ints) -> Rows:
    """How far off prose and headings are, and whether the next segments stand where this one does."""
    index = np.arange(len(paths))
    prose, heading = rows["prose"] > 0, rows["heading"] > 0
    return {
        "from-prose": np.minimum(index - _shifted(_last(prose), 1, NOTHING), FAR),
        "to-prose": np.minimum(_shifted(_next(prose), -1, len(index) + FAR) - index, FAR),
        "from-heading": np.minimum(index - _last(heading), FAR),
        "same-path-before": paths == _shifted(paths, 1, NOTHING),
        "same-path-after": paths == _shifted(paths, -1, NOTHING),
        "sibling-before": parents == _shifted(parents, 1, NOTHING),
        "sibling-after": parents == _shifted(parents, -1, NOTHING),
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
