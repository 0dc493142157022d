"""What stands at the headline: days, names and the standfirst, as a reader finds them there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from worker.clean import Block
from worker.clean.words import count_words
from worker.extract.clues import Clue, Clues, Found, Moment, Signature, Trust
from worker.extract.elements import content_of
from worker.extract.flattened import signatures
from worker.extract.headlines import shown
from worker.extract.labels import PUBLISHED, UPDATED, is_change, labelled
from worker.extract.roles import AUTHOR
from worker.extract.stamps import parse
from worker.extract.surroundings import Line, lines_after, lines_before
from worker.extract.titles import alike
from worker.extract.written_names import alone
from worker.model import ParagraphKind, Source

OPENING_WORDS = 8
SAME_START = 60
MOST_BLOCKS = 8
AS_TITLE = 0.6
"""A block that shares so much of its words with the headline is the headline, with or without its kicker."""
LONGEST_DATE_WORDS = 18
LONGEST_LABEL_WORDS = 4
LONGEST_DATE, LONGEST_LABEL = 250, 40
"""Characters above which no words are counted."""
LONGEST_BYLINE = 160
STANDFIRST_WORDS = (5, 120)
TODAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun|diens|donners|frei|sams|sonn)(?:day|tag),? \S+ \S+ \d{4}$|mittwoch,",
    re.IGNORECASE,
)
"""Above a headline a weekday with its day is as likely the day on which the page was sent."""
DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Near:
    """The lines around the headline: those above it, the nearest first; those under it, up to the second paragraph.

    `opening` is where among the latter the first paragraph stands; None where it does not.
    """

    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    opening: int | None = None

    def short(self) -> Iterator[Line]:
        """All lines but the opening paragraph, those under the headline first."""
        yield from (line for i, line in enumerate(self.after) if i != self.opening)
        yield from self.before


def look_around(headline: HtmlElement, blocks: Sequence[Block]) -> Near:
    """The lines around the headline, up to where the article is under way."""
    said = shown(headline)
    paragraphs = (
        block.text[:SAME_START]
        for block in blocks[:MOST_BLOCKS]
        if block.kind is not ParagraphKind.HEADING
        and count_words(block.text[:LONGEST_DATE]) >= OPENING_WORDS
        and alike(block.text, said) < AS_TITLE
    )
    first, second = next(paragraphs, ""), next(paragraphs, "")
    after: list[Line] = []
    opening = None
    for line in lines_after(headline):
        if second and opening is not None and line.text.startswith(second):
            break  # before the opening it is a standfirst that the body repeats
        if first and opening is None and line.text.startswith(first):
            opening = len(after)
        after.append(line)
    return Near(tuple(lines_before(headline)), tuple(after), opening)


def read(near: Near) -> Clues:
    """The clues that the lines give."""
    published: list[Moment] = []
    modified: list[Clue] = []
    todays = {line.text for line in near.before if TODAY.match(line.text)}
    for about, value in _days(near):
        if about == UPDATED:
            modified.append(Found(value, Source.MARKUP))
        else:
            trust = Trust.LABELLED if about else Trust.ELSEWHERE if value in todays else Trust.SHOWN
            published.append(Moment(value, Source.MARKUP, trust))
    return Clues(
        bylines=tuple(_bylines(near)),
        published=tuple(published),
        modified=tuple(modified),
    )


def _days(near: Near) -> Iterator[tuple[str, str]]:
    """Each day near the headline with the label that says what it is of; empty where none does."""
    before = ""
    for line in near.short():
        text, before_it = line.text, before
        digits = len(text) <= LONGEST_DATE and DIGITS.search(text) is not None
        is_label = len(text) <= LONGEST_LABEL and not digits and count_words(text) <= LONGEST_LABEL_WORDS
        before = text if is_label else ""
        if len(text) > LONGEST_DATE or not (digits or line.block.find(".//time") is not None):
            continue
        if count_words(text) <= LONGEST_DATE_WORDS:
            yield from _of_line(line, before_it)


def _of_line(line: Line, before: str) -> Iterator[tuple[str, str]]:
    """The line's days with their labels; where it shows none, that of its `time` element, which may be in UTC.

    Of several `time` elements those that call themselves a change are one, however the line reads.
    """
    parts = labelled(f"{before} {line.text}" if before else line.text)
    times = [time for time in line.block.iter("time") if time.get("datetime")]
    changed = [time for time in times if is_change(time.get("class") or "")]
    if 0 < len(changed) < len(times):
        other = PUBLISHED if any(label == PUBLISHED for label, _ in parts) else ""
        yield from ((UPDATED, f"{time.get('datetime')}") for time in changed)
        yield from ((other, content_of(time)) for time in times if time not in changed)
        return
    if len(times) == 1 and not any(parse(part).day for _, part in parts):
        yield next((label for label, _ in parts if label), ""), f"{times[0].get('datetime')}"
    yield from parts


def _bylines(near: Near) -> Iterator[Signature]:
    """The lines that call themselves a byline, those that read like one, and names alone on a line."""
    for line in near.short():
        if len(line.text) > LONGEST_BYLINE:
            continue
        if line.plays(AUTHOR):
            yield Signature(line.text, Source.MARKUP)
        else:
            yield from signatures([line.text], Source.TEXT)
    under = ["", *(line.text for line in near.after[: near.opening])]
    yield from (Signature(name, Source.TEXT) for name in alone(under, ""))
