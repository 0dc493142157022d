"""What is counted from today: last month, two years ago, next October, the weekend."""

from collections.abc import Iterator
from datetime import date, timedelta

from worker.steps.times.amounts import AMOUNT, AND_A_HALF, BOUND, CLOCK_UNITS, count, length
from worker.steps.times.days import at, moved
from worker.steps.times.grammar import Match, Rule
from worker.steps.times.nearness import direction
from worker.steps.times.parts import modifier, step
from worker.steps.times.scene import Draft, TimeType
from worker.steps.times.tense import FUTURE

_SATURDAY = 6
_WIDE = {"decade": "year", "century": "year", "millennium": "century", "fortnight": "week"}
_MONTHS = {"year": 12, "decade": 120, "century": 1_200}
_LASTING = {"hour", "week", "fortnight", "month", "year", "decade"}


def neighbour(match: Match) -> Iterator[Draft]:
    """Last week, this year, next quarter, early next month."""
    unit, today, way = match.unit(), match.scene.today, step(match)
    if unit in CLOCK_UNITS or unit == "day":  # the last day is that of something
        return
    if today and unit == "weekend":
        there: date | None = _weekend(match, today)
    else:
        there = moved(today, way, unit) if today else None
    yield match.draft(TimeType.DATE, at(there, unit), modifier(match))


def careless(match: Match) -> Iterator[Draft]:
    """This years festival: the apostrophe is missing."""
    if match.unit() == "year" and match.scene.word(match.after)[:1].isalpha():
        yield from neighbour(match)


def past_stretch(match: Match) -> Iterator[Draft]:
    """The past year, the last decade: how long; but the past century is the one before, and the last quarter too."""
    if match.unit() in _LASTING:
        yield match.draft(TimeType.DURATION, length(1, match.unit()), modifier(match))
    else:
        yield from neighbour(match)


def _weekend(match: Match, today: date) -> date:
    """Saturday of the weekend: the one that is on, or the nearest in its tense."""
    saturday = today + timedelta(_SATURDAY - today.isoweekday())
    is_on, way = today >= saturday, step(match)
    if way > 0 and is_on:
        return saturday + timedelta(7)
    if way > 0 or (not way and (is_on or direction(match) == FUTURE)):
        return saturday
    return saturday - timedelta(7)


def the_weekend(match: Match) -> Iterator[Draft]:
    """The weekend."""
    today = match.scene.today
    yield match.draft(TimeType.DATE, at(_weekend(match, today) if today else None, "weekend"))


def month_from_here(match: Match) -> Iterator[Draft]:
    """Last October, next May, this July."""
    number, today, way = match.number("month"), match.scene.today, step(match)
    if today is None:
        value = f"XXXX-{number:02}"
    else:
        passed = number < today.month or (number == today.month and way != 0)
        ahead = number > today.month or (number == today.month and way != 0)
        value = f"{today.year + (passed if way > 0 else -ahead if way < 0 else 0):04}-{number:02}"
    yield match.draft(TimeType.DATE, value, modifier(match))


def ago(match: Match) -> Iterator[Draft]:
    """Two years ago, half a century ago, a month from now, three weeks hence."""
    number, unit, way = count(match), match.unit(), -1 if match.has("ago") else 1
    if number is None:
        yield match.draft(TimeType.DATE, "PAST_REF" if way < 0 else "FUTURE_REF")
    elif unit in CLOCK_UNITS:
        yield match.draft(TimeType.TIME, at(match.scene.today, "day"), modifier(match))
    else:
        yield match.draft(TimeType.DATE, distant(match.scene.today, way * number, unit), modifier(match))


def distant(day: date | None, number: float, unit: str) -> str:
    """The stretch of the calendar at that distance, as wide as the unit; decades are counted to the year."""
    vague = "PAST_REF" if number < 0 else "FUTURE_REF"
    if day is None:
        return vague
    wide = _WIDE.get(unit, unit)
    if number != int(number) and unit in _MONTHS:  # a year and a half ago is a month
        wide, number, unit = ("month" if unit == "year" else "year"), round(number * _MONTHS[unit]), "month"
    there = moved(day, int(number), unit)
    return at(there, wide) if there else vague


COUNTED = f"{BOUND} {AMOUNT} dash? (units|anyunit) {AND_A_HALF}"
RELATIVE: tuple[Rule, ...] = (
    Rule(f"{COUNTED} (ago|hence|from now)", ago),
    Rule("open (digits|word) close units ago", ago),
    Rule("(units|unit) ago", ago),
    Rule("(early|late|mid)? dash? (last|next|this|this? (coming|past)) month (?!small|ordinal)", month_from_here),
    Rule("the (last|past) anyunit", past_stretch),
    Rule("the? ((early|late) in?)? (last|next|this? (coming|past)|this) fiscal? anyunit", neighbour),
    Rule("(this|last|next) units", careless),
    Rule("the weekend", the_weekend),
)
