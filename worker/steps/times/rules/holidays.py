"""Holidays: Christmas Eve, last Thanksgiving, Easter 2015, Thanksgiving weekend."""

from collections.abc import Iterator
from datetime import date, timedelta

from worker.steps.times.days import UNKNOWN, at, day_of, easter, first_and_last, nth_weekday
from worker.steps.times.grammar import Match, Rule
from worker.steps.times.lexicon import HOLIDAYS
from worker.steps.times.nearness import direction, year_of_day
from worker.steps.times.parts import step
from worker.steps.times.scene import Draft, TimeType


def holiday(match: Match) -> Iterator[Draft]:
    """The day, of the year that is said or of the nearest."""
    name, today = match.value("holiday"), match.scene.today
    if match.has("year4"):
        yield match.draft(TimeType.DATE, at(holiday_in(name, match.number("year4")), "day"))
    elif today is None:
        yield match.draft(TimeType.DATE, UNKNOWN["day"])
    else:
        yield match.draft(TimeType.DATE, at(_nearest(name, today, match), "day"))


def holiday_week(match: Match) -> Iterator[Draft]:
    """Easter week, Thanksgiving weekend: the week that it lies in."""
    unit = match.unit()
    for draft in holiday(match):
        days = first_and_last(draft.value)
        if unit in {"week", "weekend"}:
            yield match.draft(TimeType.DATE, at(days[0] if days else None, unit))


def _nearest(name: str, today: date, match: Match) -> date | None:
    way = step(match)
    if match.has("this"):
        return holiday_in(name, today.year)
    if way:
        years = range(today.year - 1, today.year + 2)
        days = [day for year in years if (day := holiday_in(name, year)) and (day - today).days * way > 0]
        return min(days, key=lambda day: abs(day - today), default=None)
    return holiday_in(name, year_of_day(today, direction(match), lambda year: holiday_in(name, year)))


def holiday_in(name: str, year: int) -> date | None:
    """The day of the holiday in that year; None for a holiday or year that nobody knows."""
    kind, rule = next(((kind, table[name]) for kind, table in HOLIDAYS.items() if name in table), ("", 0))
    if not date.min.year < year < date.max.year:
        return None
    if isinstance(rule, list):
        return day_of(year, *rule) if kind == "fixed" else nth_weekday(year, *rule)
    if kind == "easter":
        return easter(year) + timedelta(rule)
    return nth_weekday(year, 11, 1, 1) + timedelta(1) if kind == "election" else None


HOLIDAY_RULES: tuple[Rule, ...] = (
    Rule("(last|next|this|coming)? holiday anyunit", holiday_week),
    Rule("(last|next|this|coming)? holiday (of? year4)?", holiday),
)
