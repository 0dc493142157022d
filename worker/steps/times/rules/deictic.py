"""Days that are named from today: yesterday, Monday, last Friday, Tuesday of next week, Friday night, this morning."""

from collections.abc import Iterator
from datetime import date, timedelta

from worker.steps.times.days import at, first_and_last, moved
from worker.steps.times.grammar import Match, Rule
from worker.steps.times.lexicon import WORD_LISTS, kinds
from worker.steps.times.nearness import direction, focus_day, weekday
from worker.steps.times.parts import step
from worker.steps.times.scene import Draft, Scene, TimeType
from worker.steps.times.tense import FUTURE, PAST

_PART = kinds("part")
_DISTANCE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def day_named(match: Match) -> str:
    """The value of the first day that the match names: a weekday, or yesterday, today, tomorrow."""
    for name, distance in _DISTANCE.items():
        if match.has(name):
            return day_at(match.scene, distance)
    number, today = match.number("weekday"), match.scene.today
    return at(_weekday(match, number, today), "day") if today else f"XXXX-WXX-{number}"


def day_at(scene: Scene, distance: int) -> str:
    """The day so many days from today."""
    return at(moved(scene.today, distance, "day") if scene.today else None, "day")


def _weekday(match: Match, number: int, today: date) -> date:
    way = step(match)
    if match.has("following") or (way > 0 and match.has("the")):
        # "The next Tuesday" is that of a story, "next Tuesday" that of its reader.
        return weekday((focus_day(match.scene) or today) + timedelta(1), number, FUTURE)
    if way < 0:
        return weekday(today - timedelta(1), number, PAST)
    return weekday(today + timedelta(1), number, FUTURE) if way > 0 else weekday(today, number, direction(match))


def day(match: Match) -> Iterator[Draft]:
    """Monday, last Friday, today; not the Sunday Times, not Saturday Night Live."""
    behind = match.after + match.scene.is_a(match.after, _PART)
    if match.scene.word(behind).istitle() and match.scene.word(behind).lower() in WORD_LISTS["papers"]:
        return
    yield match.draft(TimeType.DATE, day_named(match))


def day_of_week(match: Match) -> Iterator[Draft]:
    """Tuesday of last week, Friday next week."""
    number, today = match.number("weekday"), match.scene.today
    if match.unit() != "week":
        return
    monday = moved(today, step(match), "week") if today else None
    value = at(monday + timedelta(number - monday.isoweekday()), "day") if monday else f"XXXX-WXX-{number}"
    yield match.draft(TimeType.DATE, value)


def part_of_day(match: Match) -> Iterator[Draft]:
    """Tuesday evening, yesterday morning, the night of Friday."""
    if match.scene.word(match.after).istitle() and match.scene.word(match.after).lower() in WORD_LISTS["papers"]:
        return
    yield match.draft(TimeType.TIME, f"{day_named(match)}T{match.value('part')}")


def part_of_today(match: Match) -> Iterator[Draft]:
    """This morning; tonight; last night, which is that of yesterday."""
    value = day_at(match.scene, -1 if match.has("last") else 0)
    yield match.draft(TimeType.TIME, f"{value}T{match.value('part') or 'NI'}")


def beyond(match: Match) -> Iterator[Draft]:
    """The day before yesterday; the day after tomorrow; the day before last Tuesday."""
    days = first_and_last(day_named(match))
    there = moved(days[0], -1 if match.has("before") else 1, "day") if days else None
    yield match.draft(TimeType.DATE, at(there, "day"))


_WHICH = "(the? (last|next)|(the|this)? (coming|past)|the (following|previous)|this)?"
DEICTIC: tuple[Rule, ...] = (
    Rule(f"the? day (before|after) {_WHICH} dayname (?!comma? (the? (small|ordinal) of?)? month)", beyond),
    Rule("weekday part? of? (last|next|this) unit", day_of_week),
    Rule(f"(early|late)? {_WHICH} dayname dash? part", part_of_day),
    Rule("(the|early|late)? part of dayname (?!comma? (the? (small|ordinal) of?)? month)", part_of_day),
    Rule(f"{_WHICH} weekday", day),
    Rule("today|yesterday|tomorrow", day),
    Rule("tonight|this (early|late)? part|last part", part_of_today),
)
