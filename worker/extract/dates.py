"""When it was published and modified: a choice between all that the page and the envelope say."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from worker.extract.clues import Clue, Found
from worker.extract.stamps import Stamp, parse
from worker.model import RawArticle, Source

EARLIEST = date(1990, 1, 1)
"""Before the first web page no page was published."""
SLACK = timedelta(days=1)
"""A page may come from a zone where it is already tomorrow."""
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_-]|$)")


def published_at(raw: RawArticle, said: Iterable[Clue], countries: Collection[str]) -> Clue | None:
    """The sender's date where there is one, refined by a time that the page gives for the same day; else the page's."""
    if raw.published_at and len(raw.published_at) > len("2022-03-28"):
        return Found(raw.published_at, Source.ENVELOPE)
    stamps = [(parse(clue.value), clue.source) for clue in said] + list(_in_url(raw.url))
    days = [(stamp.day, source) for stamp, source in stamps if stamp.day and _possible(stamp.day, raw.fetched_at)]
    if raw.published_at:
        days.insert(0, (date.fromisoformat(raw.published_at), Source.ENVELOPE))
    if not days:
        return None
    day, source = days[0]
    for stamp, its_source in stamps:
        value = stamp.iso(day, countries)
        if stamp.day in {day, None} and len(value) > len("2022-03-28"):
            return Found(value, its_source)
    return Found(day.isoformat(), source)


def modified_at(
    raw: RawArticle, said: Iterable[Clue], published: Clue | None, countries: Collection[str]
) -> Clue | None:
    """The first possible moment of modification that the page gives, none from before the day of publication."""
    for clue in said:
        stamp = parse(clue.value)
        if stamp.day is None or not _possible(stamp.day, raw.fetched_at):
            continue
        if published is None or stamp.day.isoformat() >= published.value[:10]:
            return Found(stamp.iso(stamp.day, countries), clue.source)
    return None


def _possible(day: date, fetched_at: str | None) -> bool:
    if day < EARLIEST:
        return False
    return fetched_at is None or day <= date.fromisoformat(fetched_at[:10]) + SLACK


def _in_url(url: str | None) -> Iterator[tuple[Stamp, Source]]:
    if match := IN_URL.search(url or ""):
        yield parse("-".join(match.groups())), Source.URL
