"""What is counted from what was said before: the next day, two days later, a year earlier, that evening."""

from collections.abc import Iterator

from worker.steps.times.amounts import CLOCK_UNITS, count, length
from worker.steps.times.days import at, moved, unit_of
from worker.steps.times.grammar import Match, Rule
from worker.steps.times.lexicon import kinds
from worker.steps.times.nearness import focus, focus_day
from worker.steps.times.parts import modifier
from worker.steps.times.rules.relative import COUNTED, distant
from worker.steps.times.scene import Draft, TimeType

_DURING = kinds("over", "during", "within", "in", "for", "throughout")
_KEPT = {"quarter", "month"}


def earlier(match: Match) -> Iterator[Draft]:
    """Two days later, a year earlier, the year-ago quarter, the month before; a year before a quarter is a quarter."""
    number, unit, anchor = count(match) or 1.0, match.unit(), focus_day(match.scene)
    way = -1 if match.has("earlier", "before", "ago") else 1
    if unit in CLOCK_UNITS:
        yield match.draft(TimeType.DURATION, length(number, unit))
        return
    last = focus(match.scene)
    kept = unit_of(last.value) if last and unit == "year" else None
    there = moved(anchor, way * int(number), unit) if anchor and kept in _KEPT else None
    yield match.draft(TimeType.DATE, at(there, kept) if there and kept else distant(anchor, way * number, unit))


def neighbour(match: Match) -> Iterator[Draft]:
    """The next day, the following week, the previous year; over the next year is how long."""
    unit, anchor = match.unit(), focus_day(match.scene)
    if match.has("next") and match.scene.is_a(match.first - 1, _DURING):
        yield match.draft(TimeType.DURATION, length(1, unit))
    elif unit not in CLOCK_UNITS:
        there = moved(anchor, -1 if match.has("previous") else 1, unit) if anchor else None
        yield match.draft(TimeType.DATE, at(there, unit))


def same(match: Match) -> Iterator[Draft]:
    """The same day, that year, later that month."""
    unit, last = match.unit(), focus(match.scene)
    if unit in CLOCK_UNITS:
        return
    known = unit_of(last.value) if last else None
    if last and unit == "day" and known == "month":
        yield match.draft(TimeType.DATE, f"{last.value}-XX", modifier(match))
        return
    anchored = unit == "year" or known in {unit, "day"}
    yield match.draft(TimeType.DATE, at(focus_day(match.scene) if anchored else None, unit), modifier(match))


def part(match: Match) -> Iterator[Draft]:
    """That evening, the next morning, in the afternoon."""
    anchor = focus_day(match.scene)
    if match.has("next", "following"):
        anchor = moved(anchor, 1, "day") if anchor else None
    yield match.draft(TimeType.TIME, f"{at(anchor, 'day')}T{match.value('part')}")


def part_of_the_day(match: Match) -> Iterator[Draft]:
    """In the morning: all but the preposition; not ships that pass in the night."""
    for draft in part(match) if match.value("part") in {"MO", "AF", "EV"} else ():
        yield Draft(draft.first + 1, draft.after, draft.type, draft.value)


NARRATED: tuple[Rule, ...] = (
    Rule(f"{COUNTED} (earlier|later)", earlier),
    Rule("anyunit dash (earlier|ago)", earlier),
    Rule("the anyunit (before|after) (?=stop|comma|break|close|that)", earlier),
    Rule("the (next|following|previous) anyunit", neighbour),
    Rule("the? same anyunit|(earlier|later)? that same? anyunit", same),
    Rule("(that same?|the same|the next|the following) part", part),
    Rule("in the (early|late)? part", part_of_the_day),
)
