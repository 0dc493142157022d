"""Which of the many Mondays, Septembers or seventh days of August a text means: the nearest, as its tense weighs it."""

from collections.abc import Callable
from datetime import date, timedelta

from worker.steps.times.days import day_of, first_and_last, unit_of
from worker.steps.times.grammar import Match
from worker.steps.times.scene import Draft, Scene, TimeType
from worker.steps.times.tense import FUTURE, PAST, UNCLEAR, tense

# How much longer the way ahead counts than the way back. A tense may be that of another verb of the sentence:
# it is believed against all but a large difference.
_WEIGHT = {PAST: 20.0, UNCLEAR: 3.0, FUTURE: 0.1}
_LIST_TOKENS = 25
_REMEMBERED = 50
"""So many expressions back is what was said last looked for: a text may be long, and have nothing but lengths."""


def direction(match: Match) -> int:
    """The tense around the match; where nothing tells, the side of the time before it in the same sentence."""
    scene = match.scene
    told = tense(scene, match.first, match.after)
    if told != UNCLEAR or not scene.found or not scene.today:
        return told
    last = scene.found[-1]
    days = first_and_last(last.value)
    if days is None or match.first - last.after > _LIST_TOKENS or scene.breaks(last.after, match.first):
        return UNCLEAR
    return FUTURE if days[0] > scene.today else PAST if days[1] < scene.today else UNCLEAR


def weekday(today: date, number: int, side: int) -> date:
    """The day of this name on that side of today; today itself where it is called so."""
    back = (today.isoweekday() - number) % 7
    if side == FUTURE and back:
        return today + timedelta(7 - back)
    return today - timedelta(back)


def year_of_month(today: date, month: int, side: int) -> int:
    """The year of the month that is nearest; this month is this year's."""
    ahead, back = (month - today.month) % 12, (today.month - month) % 12
    if ahead * _WEIGHT[side] < back:
        return today.year + (month < today.month)
    return today.year - (month > today.month)


def year_of_day(today: date, side: int, day_in: Callable[[int], date | None]) -> int:
    """The year in which the day is nearest; `day_in` tells the day of a year."""
    days = [day for year in range(today.year - 1, today.year + 2) if (day := day_in(year))]
    return min(days, key=lambda day: _way(today, day, side), default=today).year


def _way(today: date, day: date, side: int) -> float:
    days = (day - today).days
    return days * _WEIGHT[side] if days > 0 else -days


def year_by_weekday(today: date, month: int, day: int, number: int) -> int | None:
    """The nearest year in which the day has this name; None where it has it in none of seven."""
    years = sorted(range(today.year - 3, today.year + 4), key=lambda year: abs(year - today.year))
    return next((year for year in years if (it := day_of(year, month, day)) and it.isoweekday() == number), None)


def focus(scene: Scene) -> Draft | None:
    """The last thing said that lies in the calendar: what "the next day" and "a year earlier" count from."""
    return next((draft for draft in reversed(scene.found[-_REMEMBERED:]) if _lies_in_the_calendar(draft)), None)


def _lies_in_the_calendar(draft: Draft) -> bool:
    return draft.type in {TimeType.DATE, TimeType.TIME} and unit_of(draft.value) is not None


def focus_day(scene: Scene) -> date | None:
    """The first day of the focus; today where nothing was said before."""
    last = focus(scene)
    days = first_and_last(last.value) if last else None
    return days[0] if days else scene.today
