"""Where quotation marks open and close: every kind of mark, apostrophes told apart, unbalanced ones borne.

Marks are read paragraph by paragraph: a mark that is never closed costs its own paragraph and no other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_MARK = re.compile("''|``|[\"“”„‟″＂〝〞«»]|['‘’‚‛‹›]")
_OPENERS = frozenset(["“", "„", "‟", "〝", "``", "«", "‘", "‚", "‛", "‹"])
_CLOSERS = frozenset(["”", "〞", "»", "’", "›"])
_SINGLES = frozenset("'‘’‚‛‹›")
_BEFORE = frozenset("([{-–—/|:…*>")
"""A mark after one of these, or after a blank, may open."""
_AFTER = frozenset(".,;:!?)]}-–—/…|*")
"""A mark before one of these, or before a blank, may close."""
_NEVER_OPEN = re.compile(r"['‘’](?:\d\ds?|em|til|tis|twas|cause|n|bout|round)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?,](?=\s)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks: `start` and `end` are outside of them, `inner_start` and `inner_end` within.

    A missing mark leaves both the same on its side. `open_ended` says that the paragraph ended before the quotation.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    open_ended: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    single: bool
    opens: bool
    closes: bool


def quoted(text: str, start: int, end: int) -> list[Quoted]:
    """The outermost quoted stretches of one paragraph, in order; quotations within quotations are part of those."""
    marks = [_mark(text, found, start, end) for found in _MARK.finditer(text, start, end)]
    return [made for made in _pair(text, marks, start, end) if text[made.inner_start : made.inner_end].strip()]


def _mark(text: str, found: re.Match[str], start: int, end: int) -> _Mark:
    """What the mark can do, by its shape, or where that says nothing or is wrong, by what stands around it."""
    mark, at, to = found.group(), found.start(), found.end()
    before, after = text[at - 1] if at > start else " ", text[to] if to < end else " "
    may_open = not after.isspace() and (before.isspace() or before in _BEFORE or bool(_MARK.match(before)))
    may_close = not before.isspace() and (after.isspace() or after in _AFTER or bool(_MARK.match(after)))
    single = mark in _SINGLES
    if single and (mark in "’›" or _NEVER_OPEN.match(text, at)):
        may_open = False
    if mark in _OPENERS and (may_open or not may_close):
        may_close = False
        may_open = True
    elif mark in _CLOSERS and (may_close or not may_open):
        may_open = False
        may_close = may_close or not single
    elif not single and not may_open and not may_close:
        may_open = may_close = not before.isdigit()  # 5" is a length
    return _Mark(at, to, single, may_open, may_close)


def _pair(text: str, marks: list[_Mark], start: int, end: int) -> Iterator[Quoted]:
    place, first = 0, True
    while place < len(marks):
        mark = marks[place]
        if mark.opens:
            partner = _partner(text, marks, place)
            if partner is not None:
                yield Quoted(mark.start, mark.end, marks[partner].start, marks[partner].end)
                place, first = partner + 1, False
                continue
            if not mark.single:
                stop = _next_double(marks, place)
                yield _unclosed(text, mark, marks[stop].start if stop is not None else end, open_ended=stop is None)
                place, first = (stop if stop is not None else len(marks)), False
                continue
        elif first and not mark.single and mark.start > start and text[mark.start - 1] in ".,!?":
            # The opening mark was lost, as it is before a large initial.
            yield Quoted(start, start, mark.start, mark.end)
            first = False
        place += 1


def _partner(text: str, marks: list[_Mark], place: int) -> int | None:
    """The mark that closes the one at `place`; None where none does."""
    single, depth = marks[place].single, 0
    doubtful: int | None = None
    for other in range(place + 1, len(marks)):
        mark = marks[other]
        if mark.single != single:
            continue
        if mark.closes and depth:
            depth -= 1
        elif mark.closes:
            if single and text[mark.start - 1] in "sS" and not text[mark.end : mark.end + 1].strip(" "):
                doubtful = other if doubtful is None else doubtful  # "the voters' choice": most likely an apostrophe
                continue
            return other
        elif mark.opens and not single:
            if sum(m.closes and m.single == single for m in marks[other + 1 :]) < depth + 2:
                return None
            depth += 1
    return doubtful


def _next_double(marks: list[_Mark], place: int) -> int | None:
    return next((i for i in range(place + 1, len(marks)) if marks[i].opens and not marks[i].single), None)


def _unclosed(text: str, mark: _Mark, end: int, *, open_ended: bool) -> Quoted:
    """Up to the paragraph's end; where another quotation begins before that, up to the first stop."""
    if not open_ended and (stop := _STOP.search(text, mark.end, end)):
        end = stop.end()
    while end > mark.end and text[end - 1].isspace():
        end -= 1
    return Quoted(mark.start, mark.end, end, end, open_ended)
