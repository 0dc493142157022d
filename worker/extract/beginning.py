"""Where the article of a flattened page begins, and how far around it its fields are looked for."""

from collections.abc import Sequence
from itertools import pairwise

from worker.clean import Line
from worker.model import BoilerplateReason as Reason

APART = 2
"""Between a line and the next of the article stands one that is none at most."""
NEAR_LINES = 8
"""So many lines above the first paragraph may still belong to the article."""
LONGEST_SCRAP = 200
"""A line of more characters is no byline, date or reading time."""


def beginning(lines: Sequence[Line]) -> tuple[int, int | None]:
    """Where the article begins, and its title is; a line that stands apart, such as a standfirst, does not begin it."""
    kept = [i for i, line in enumerate(lines) if line.reason is None]
    first = next((i for i, below in pairwise(kept) if below - i <= APART), next(iter(kept), len(lines)))
    return first, next((i for i, line in enumerate(lines) if line.reason is Reason.TITLE), None)


def head(first: int, title: int | None) -> int:
    """The title's line, or the first where it may be."""
    return max(0, first - NEAR_LINES) if title is None else title
