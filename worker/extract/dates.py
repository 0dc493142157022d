"""When it was published and modified: a choice between all that the page and the envelope say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from worker.extract.clues import Clue, Found, Moment, Trust
from worker.extract.region import Region
from worker.extract.stamps import Stamp, parse
from worker.model import RawArticle, Source

EARLIEST = date(1990, 1, 1)
"""Before the first web page no page was published."""
SLACK = timedelta(days=1)
"""A page may come from a zone where it is already tomorrow."""
FURTHEST = timedelta(days=1_000)
SAME_MOMENT = timedelta(minutes=10)
IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_.-]|$)")
DAY_FIRST_IN_URL = re.compile(r"(?<!\d)([0-3]\d)[./-]([01]\d)[./-]((?:19|20)\d\d)(?!\d)")
DAY_LENGTH = len("2022-03-28")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible day with all that was said with it."""

    day: date
    stamp: Stamp
    source: Source
    trust: Trust


def published_at(raw: RawArticle, said: Iterable[Moment], modified: Iterable[Clue], region: Region) -> Clue | None:
    """The sender's date where there is one, refined by a time that the page gives for the same day; else the page's."""
    if raw.published_at and len(raw.published_at) > DAY_LENGTH:
        return Found(raw.published_at, Source.ENVELOPE)
    stamps = [(parse(m.value, day_first=region.day_first), m) for m in [*said, *_in_url(raw.url)]]
    if raw.published_at:
        chosen = _Candidate(date.fromisoformat(raw.published_at), Stamp(), Source.ENVELOPE, Trust.DECLARED)
    else:
        changed = [_Candidate(s.day, s, c.source, Trust.UPDATED) for s, c in _changes(raw, modified, region) if s.day]
        possible = [_Candidate(s.day, s, m.source, m.trust) for s, m in stamps if s.day and _is_possible(s.day, raw)]
        if not (possible or changed):
            return None
        chosen = _resolved(sorted(possible, key=lambda each: each.trust) or changed, changed)
    return _with_time(chosen, stamps, region)


def _with_time(chosen: _Candidate, stamps: Iterable[tuple[Stamp, Moment]], region: Region) -> Clue:
    """The chosen day with its own time, else one that the page gives for it, else one at the headline without a day."""
    own = Found(chosen.stamp.iso(chosen.day, region.countries), chosen.source)
    if len(own.value) > DAY_LENGTH:
        return own
    for stamp, moment in stamps:
        value = stamp.iso(chosen.day, region.countries)
        undated = stamp.day is None and moment.trust in {Trust.LABELLED, Trust.SHOWN}
        if (stamp.day == chosen.day or undated) and len(value) > DAY_LENGTH:
            return Found(value, moment.source)
    return own


def _resolved(ranked: Sequence[_Candidate], changed: Sequence[_Candidate]) -> _Candidate:
    """The most trusted day, unless what readers see at the headline contradicts what only machines are told.

    Readers are right on 29 of 38 pages: machines are told the day in UTC, or that of a move to another system. A day
    further off is that of something else, and a later moment that of a change. A day of change that they see is the
    page's more often than one under a name that may mean anything (55 of 67 pages against 29 of 41).
    """
    best = ranked[0]
    if best.trust >= Trust.WEAK:
        return next((change for change in changed if change.source is Source.MARKUP), best)
    if best.trust is not Trust.DECLARED or any(o.trust is Trust.SHOWN and o.day == best.day for o in ranked):
        return best
    seen = next((other for other in ranked if other.trust in {Trust.LABELLED, Trust.SHOWN}), best)
    if _is_swapped(seen.day, best.day):
        return best
    if seen.trust is Trust.SHOWN and (abs(seen.day - best.day) > FURTHEST or _is_later(seen.stamp, best.stamp)):
        return best
    return seen


def _is_swapped(one: date, other: date) -> bool:
    """Whether the two are one day in figures, with month and day in either order."""
    return one != other and (one.year, one.month, one.day) == (other.year, other.day, other.month)


def _is_later(one: Stamp, other: Stamp) -> bool:
    """Whether both are moments, and the first is another and later one: then it is that of a change."""
    first, second = one.moment(), other.moment()
    return first is not None and second is not None and first - second > SAME_MOMENT


def modified_at(raw: RawArticle, said: Iterable[Clue], published: Clue | None, region: Region) -> Clue | None:
    """The first possible moment of modification that the page gives, none from before the day of publication."""
    for stamp, clue in _changes(raw, said, region):
        if stamp.day and (published is None or stamp.day.isoformat() >= published.value[:DAY_LENGTH]):
            return Found(stamp.iso(stamp.day, region.countries), clue.source)
    return None


def _changes(raw: RawArticle, said: Iterable[Clue], region: Region) -> Iterator[tuple[Stamp, Clue]]:
    for clue in said:
        stamp = parse(clue.value, day_first=region.day_first)
        if stamp.day and _is_possible(stamp.day, raw):
            yield stamp, clue


def _is_possible(day: date, raw: RawArticle) -> bool:
    if day < EARLIEST:
        return False
    return raw.fetched_at is None or day <= date.fromisoformat(raw.fetched_at[:DAY_LENGTH]) + SLACK


def _in_url(url: str | None) -> Iterator[Moment]:
    address = (url or "").partition("?")[0]
    if match := IN_URL.search(address):
        yield Moment("-".join(match.groups()), Source.URL, Trust.ADDRESS)
    elif match := DAY_FIRST_IN_URL.search(address):
        yield Moment("-".join(reversed(match.groups())), Source.URL, Trust.ADDRESS)
