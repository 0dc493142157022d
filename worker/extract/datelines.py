"""Where and when a story was filed, as agencies put it at its front: `ISTANBUL, March 28 (Reuters) -`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from worker.clean import Block
from worker.extract.agencies import is_agency
from worker.extract.stamps import parse
from worker.model import Dateline, ParagraphKind

CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ -][A-ZÀ-Þ.'’]{2,}){0,3}"
MIXED = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /-](?:(?:am|an der|de|del|of|la|le|sur|upon|the) )?[A-ZÀ-Þ][\w.'’-]*){0,4}"
REGION = r"(?:, (?:[A-Z][\w.'’-]+)(?: [A-Z][\w.'’-]+)?)?"
UPPER = rf"(?P<place>{CAPITALS}(?:/{CAPITALS})*{REGION})"
DAY = (
    r"(?:den )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:[^\W\d]{3,10}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? (?:de )?[^\W\d]{3,10}\.?(?:,? (?:de )?\d{4})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
AGENCY = r"[(\[](?P<agency>[^()\[\]]{2,40})[)\]]"
DASH = r"\s*(?:[–—―]|--|(?<=\s)-|(?<=[)\]])-)\s*(?=\S)"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{UPPER}(?:,? (?i:(?P<day>{DAY})))?,?\s*{AGENCY}(?:{DASH}|:\s+|\s+(?=[A-ZÀ-Þ\"“„]))",
        rf"(?P<place>{MIXED}{REGION})(?:,? (?i:(?P<day>{DAY})))?,?\s*{AGENCY}(?:{DASH}|:\s+|\.\s+)",
        rf"{UPPER},? (?i:(?P<day>{DAY})){DASH}",
        rf"(?P<place>{MIXED}{REGION}), (?i:(?P<day>{DAY}))(?:{DASH}|:\s+)",
        rf"(?P<place>{CAPITALS}{REGION}),?\s*(?:[–—]|--)\s*(?=[A-ZÀ-Þ\"“„‘'])",
        rf"(?P<place>{MIXED})\s·\s+(?=[A-ZÀ-Þ\"“„])",
        rf"{AGENCY}{DASH}",
    )
)
"""In the order in which they are tried: what says most first."""
NO_PLACE = frozenset(
    {
        "breaking", "update", "updated", "watch", "live", "exclusive", "opinion", "analysis", "review", "video", "note",
        "photos", "editor's note", "correction", "advertisement", "new", "listen", "read", "spoiler", "warning",
        "disclaimer", "summary", "tl;dr",
    }
)  # fmt: skip
LONGEST = 100
OPENING_BLOCKS = 3
"""A standfirst or two may stand before the first paragraph."""
SHORTEST_REST = 20
YEAR = timedelta(days=366)


def cut_dateline(blocks: Sequence[Block], published: str | None) -> tuple[tuple[Block, ...], Dateline | None]:
    """The blocks without the dateline in front of one of the first, and the dateline where there is one."""
    for i, block in enumerate(blocks[:OPENING_BLOCKS]):
        if block.kind is ParagraphKind.PARAGRAPH and (found := _read(block.text, published)):
            rest = block.text[len(found.text) :].lstrip()
            return (*blocks[:i], replace(block, text=rest), *blocks[i + 1 :]), found
    return tuple(blocks), None


def _read(text: str, published: str | None) -> Dateline | None:
    head = text[:LONGEST]
    for form in FORMS:
        match = form.match(head)
        if match is None or len(text) - match.end() < SHORTEST_REST:
            continue
        said = match.groupdict()
        agency = said.get("agency")
        if agency and not _is_agency(agency):
            continue
        place = said.get("place")
        if place and place.casefold().replace("’", "'").strip(". ") in NO_PLACE:
            return None
        return Dateline(
            text=text[: match.end()].rstrip(),
            place=_place(place) if place else None,
            date=_day(said.get("day"), published),
            agency=agency,
        )
    return None


def _is_agency(name: str) -> bool:
    """Whether the brackets hold agencies: by name, or by the capitals or the short small letters of a house."""
    parts = [part.strip() for part in re.split(r"[/,;]| und | and ", name)]
    return (
        any(is_agency(part) or re.fullmatch(r"[A-Z]{2,6}|[a-z]{2,4}", part) for part in parts)
        and len(name.split()) <= 4
    )


def _place(name: str) -> str:
    """The place, in capitals only where they are initials."""
    return " ".join(
        word.title() if word.isupper() and len(word) > 2 and "." not in word[:-1] else word for word in name.split()
    )


def _day(said: str | None, published: str | None) -> str | None:
    """ISO 8601; a day without a year is the last one before the publication."""
    if not said:
        return None
    if day := parse(said, day_first=True).day:
        return day.isoformat()
    if not published:
        return None
    until = date.fromisoformat(published[:10]) + timedelta(days=1)
    days = (parse(f"{said} {year}").day for year in (until.year, until.year - 1))
    return next((day.isoformat() for day in days if day and until - YEAR <= day <= until), None)
