"""Days that are written out: August 7, 1998; Friday, Oct. 23; 24 and 25 April; 1998-08-07; 9/11."""

from collections.abc import Iterator

from worker.steps.times.days import UNKNOWN, at, day_of, first_and_last
from worker.steps.times.grammar import Match, Rule
from worker.steps.times.nearness import direction, year_by_weekday, year_of_day
from worker.steps.times.scene import Draft, TimeType
from worker.steps.times.years import long_year, said_year, with_year_beside

_LAST_MONTH = 12
_LEAP_YEAR = 2_000
_ATTACKS = {"attack", "attacks", "terror", "terrorist", "hijackers", "hijackings"}


def full(match: Match) -> Iterator[Draft]:
    """A day with its month, and its year or the nearest."""
    month, day = match.number("month"), match.number("small", "ordinal")
    year = said_year(match) or _nearest_year(match, month, day)
    if (month, day) == (9, 11) and said_year(match) is None and match.scene.word(match.after) in _ATTACKS:
        year = 2_001
    if day_of(year or _LEAP_YEAR, month, day) and match.unit() in {"", "year"}:
        yield from with_year_beside(match, _value(year, month, day))


def day_beside_date(match: Match) -> Iterator[Draft]:
    """Sunday night (March 4): the weekday is that of the date, and the date is in the year where it is so."""
    month, day, number = match.number("month"), match.number("small", "ordinal"), match.number("weekday")
    today, opened = match.scene.today, match.where("open")[0]
    year = said_year(match) or (today and year_by_weekday(today, month, day, number))
    if not year or not day_of(year, month, day):
        return
    value, part = _value(year, month, day), match.value("part")
    kind = TimeType.TIME if part else TimeType.DATE
    yield Draft(match.first, opened, kind, f"{value}T{part}" if part else value)
    yield Draft(opened + 1, match.after - 1, TimeType.DATE, value)


def week_of(match: Match) -> Iterator[Draft]:
    """The week of March 6."""
    for draft in full(Match(match.scene, match.where("month")[0], match.after)):
        days = first_and_last(draft.value)
        if match.unit() == "week":
            yield match.draft(TimeType.DATE, at(days[0] if days else None, "week"))


def two_days(match: Match) -> Iterator[Draft]:
    """April 24 and 25, 3-5 March: each day for itself."""
    places, month = match.where("small", "ordinal"), match.number("month")
    first, second = (int(str(match.scene.value(place))) for place in places)
    year = said_year(match) or _nearest_year(match, month, first)
    if first < second and day_of(year or _LEAP_YEAR, month, second):
        yield Draft(match.first, places[0] + 1, TimeType.DATE, _value(year, month, first))
        yield Draft(places[1], match.after, TimeType.DATE, _value(year, month, second))


def _nearest_year(match: Match, month: int, day: int) -> int | None:
    """The year of a day that is written without one: that in which it has the weekday that is said, or the nearest."""
    today = match.scene.today
    if today is None:
        return None
    named = year_by_weekday(today, month, day, number) if (number := match.number("weekday", "weekday_short")) else None
    return named or year_of_day(today, direction(match), lambda year: day_of(year, month, day))


def _value(year: int | None, month: int, day: int) -> str:
    return f"{UNKNOWN['year'] if year is None else format(year, '04')}-{month:02}-{day:02}"


def iso(match: Match) -> Iterator[Draft]:
    """2015-09-22."""
    value = match.value("iso")
    if day_of(*map(int, value.split("-"))):
        yield match.draft(TimeType.DATE, value)


def numeric(match: Match) -> Iterator[Draft]:
    """10/23/98 and 23/10/1998: month first, as in the United States, unless it cannot be one; 23.10.1998: day first."""
    numbers = [int(number) for number in match.value("slashed", "dotted").replace(".", "/").split("/")]
    if len(numbers) == len(("month", "day")):
        return
    month, day, year = numbers
    if month > _LAST_MONTH or match.has("dotted"):
        month, day = day, month
    if day_of(long_year(year, match.scene.today), month, day):
        yield match.draft(TimeType.DATE, _value(long_year(year, match.scene.today), month, day))


def event(match: Match) -> Iterator[Draft]:
    """9/11: a day that is known by its number."""
    yield match.draft(TimeType.DATE, match.value("event"))


_DAY = "(small|ordinal)"
_NAMED = "((weekday|weekday_short) comma? the?)?"
_YEAR = "(comma? (year4|short_year)|of? (last|this|next) unit)"
_NO_DAY = "(?!units|unit|clock|meridiem|percent|dash unit|dash day)"
DATES: tuple[Rule, ...] = (
    Rule("iso", iso),
    Rule("event", event),
    Rule("slashed|dotted", numeric),
    Rule(f"weekday part? open month {_DAY} {_YEAR}? close", day_beside_date),
    Rule(f"the? unit of month {_DAY} (comma? year4)?", week_of),
    Rule(f"{_NAMED} month {_DAY} (dash|and|to|through|or) {_DAY} {_NO_DAY} {_YEAR}?", two_days),
    Rule(f"{_NAMED} {_DAY} (dash|and|to|or|until) {_DAY} of? month {_YEAR}?", two_days),
    Rule(f"{_NAMED} month {_DAY} {_YEAR} (?!dash small)", full),
    Rule(f"{_NAMED} month {_DAY} {_NO_DAY}", full),
    Rule(f"{_NAMED} (the? {_DAY} of|{_DAY}) month {_YEAR}?", full),
)
