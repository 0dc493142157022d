"""The days that the lines of a flattened page tell, those of publication apart from those of change."""

import re
from collections.abc import Iterable, Iterator, Sequence

from worker.clean import Line
from worker.extract.beginning import LONGEST_SCRAP, NEAR_LINES, head
from worker.extract.labels import PUBLISHED, UPDATED, labelled
from worker.extract.written_names import MONTH, MONTH_DAY
from worker.model import BoilerplateReason as Reason

UNDER_FIRST, ABOVE_TITLE = 8, 2
"""Where the day stands, too: so many lines below the article's first, above its title."""
SCRAPS = frozenset(
    {None, Reason.METADATA, Reason.BYLINE, Reason.OTHER, Reason.NAVIGATION, Reason.CAPTION, Reason.TITLE}
)
DATES = frozenset({Reason.METADATA, Reason.BYLINE, Reason.OTHER})
DIGIT = re.compile(r"\d")
BEHIND_YEAR = rf"[A-Z]|\d+ (?i:shares?|views?|min)|\d\d? {MONTH}"
GLUED = re.compile(rf"(?<=[A-Za-z\d])(?={MONTH_DAY})|(?<=\b[12]\d\d\d)(?={BEHIND_YEAR})|(?<=[a-z])(?=\d\d?:\d\d\b)")
"""Where flattening has glued a day to what stands before it or behind, or a clock time to a word."""


def published(lines: Sequence[Line], first: int, title: int | None) -> Iterator[str]:
    """Scraps that may tell the day of publication, those between title and article first."""
    return days(_near(lines, first, title))


def changed(lines: Sequence[Line], first: int, title: int | None) -> Iterator[str]:
    """Scraps that tell the day of a change, in the same order."""
    return (part for label, part in _parts(_near(lines, first, title)) if label == UPDATED)


def published_elsewhere(lines: Sequence[Line], first: int) -> Iterator[str]:
    """What lines below the beginning of the article say behind a label of publication."""
    below = (line.text for line in lines[first + 1 :] if line.reason in DATES)
    return (part for label, part in _parts(below) if label == PUBLISHED)


def days(scraps: Iterable[str]) -> Iterator[str]:
    """The parts of short texts that may tell the day of publication."""
    return (part for label, part in _parts(scraps) if label != UPDATED)


def _near(lines: Sequence[Line], first: int, title: int | None) -> Iterator[str]:
    """The scraps between title and article, those below its first line, those above the title."""
    top = head(first, title)
    groups = (
        (lines[top:first], SCRAPS),
        (lines[first + 1 : first + 1 + UNDER_FIRST], DATES),
        (lines[max(0, min(first - NEAR_LINES, top - ABOVE_TITLE)) : top], SCRAPS),
    )
    return (line.text for group, reasons in groups for line in group if line.reason in reasons)


def _parts(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        if len(text) <= LONGEST_SCRAP and DIGIT.search(text):
            yield from labelled(GLUED.sub(" ", text))
