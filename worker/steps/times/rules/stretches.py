"""Stretches of the calendar with names: the 1990s, the 19th century, the third quarter, last summer, the year's end."""

from collections.abc import Iterator
from datetime import date

from worker.steps.times.days import at, first_and_last, moved
from worker.steps.times.grammar import Match, Rule
from worker.steps.times.lexicon import WORD_LISTS, kinds
from worker.steps.times.nearness import direction, year_of_month
from worker.steps.times.parts import modifier, step
from worker.steps.times.scene import Draft, TimeType
from worker.steps.times.tense import FUTURE
from worker.steps.times.years import CENTURY, said_year

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_MONTHS = 3
_QUARTERS = range(1, 5)
_OLD_DECADES = range(20, CENTURY)
_ENDED = {"week", "month", "year", "decade", "century", "quarter"}
_APOSTROPHES = ("'", "’", "‘")
_THE, _THE_OR_AND = kinds("the"), kinds("the", "and")
_DEADLINE = kinds("by", "until", "before")
_SPORT = WORD_LISTS["sport"]
_SPORT_REACH = 10


def decade(match: Match) -> Iterator[Draft]:
    """1990s, '60s, early seventies; not a man in his 60s."""
    written = match.value("decade")
    number = int("".join(filter(str.isdigit, written)) or match.value("tens"))
    if number < CENTURY:
        told = _THE if match.has("tens") else _THE_OR_AND  # fifties and twenties may be money
        is_told = match.has("early", "late", "mid") or match.scene.is_a(match.first - 1, told)
        if not is_told and written[:1] not in _APOSTROPHES:
            return
        number += 1_900 if number in _OLD_DECADES else 2_000
    yield match.draft(TimeType.DATE, f"{number // 10:03}X", modifier(match))


def century(match: Match) -> Iterator[Draft]:
    """The 19th century."""
    is_a_name = match.scene.word(match.after - 1)[0].isupper() and match.scene.word(match.after)[:1].isupper()
    if match.unit() == "century" and match.number("ordinal") and not is_a_name:
        yield match.draft(TimeType.DATE, f"{match.number('ordinal') - 1:02}XX", modifier(match))


def quarter(match: Match) -> Iterator[Draft]:
    """The third quarter, the fourth quarter of 1998, Q3: without a year, the nearest in its tense."""
    number, today = match.number("ordinal", "quarter_number"), match.scene.today
    if number not in _QUARTERS or (not match.has("year4", "unit", "fiscal") and _is_sport(match)):
        return
    year = said_year(match)
    if year is None and today:
        now, ahead = (today.month + 2) // 3, direction(match) == FUTURE
        year = today.year + (number < now if ahead else -(number > now))
    yield match.draft(TimeType.DATE, f"XXXX-Q{number}" if year is None else f"{year:04}-Q{number}")


def half(match: Match) -> Iterator[Draft]:
    """The first half of 1998, the second half of the year; of a match, it is no time."""
    number, year = match.number("ordinal"), said_year(match)
    if match.has("dash") and match.scene.today and not _is_sport(match):
        year = match.scene.today.year
    elif not match.has("year4", "unit") or match.unit() not in {"", "year"}:
        return
    if number in {1, 2}:
        yield match.draft(TimeType.DATE, f"XXXX-H{number}" if year is None else f"{year:04}-H{number}")


def _is_sport(match: Match) -> bool:
    scene = match.scene
    return any(scene.word(index) in _SPORT for index in range(match.first - _SPORT_REACH, match.after + _SPORT_REACH))


def season(match: Match) -> Iterator[Draft]:
    """Last fall, the summer of 2012, spring 1999; not the Winter Games, not the fall of Rome."""
    scene, place, name = match.scene, match.where("season")[0], match.value("season")
    if scene.word(place)[0].isupper() and scene.word(match.after)[:1].isupper():
        return
    if scene.word(match.after) == "of" and not match.has("last", "next", "this", "year4"):
        return
    year = said_year(match)
    if year is None and scene.today:
        year = _season_year(match, scene.today, _SEASONS[name])
    yield match.draft(TimeType.DATE, f"XXXX-{name}" if year is None else f"{year:04}-{name}", modifier(match))


def _season_year(match: Match, today: date, begins: int) -> int:
    """The year that the season begins in; the last one is over, the next one has not begun."""
    is_over, has_begun, way = today.month >= begins + _SEASON_MONTHS, today.month >= begins, step(match)
    if match.has("this") and not way:
        return today.year
    if way < 0:
        return today.year - (not is_over)
    if way > 0 or direction(match) == FUTURE:
        return today.year + (has_begun if way else is_over)
    return today.year - (not has_begun)


def end_of(match: Match) -> Iterator[Draft]:
    """The end of the year, the beginning of this month: the stretch, with a `mod`."""
    if match.unit() in _ENDED:
        today = match.scene.today
        there = moved(today, step(match), match.unit()) if today else None
        yield from _ended(match, at(there, match.unit()))


def end_of_named(match: Match) -> Iterator[Draft]:
    """The end of 2015; the beginning of March 2003; the end of March."""
    year, month, today = said_year(match), match.number("month"), match.scene.today
    if year is None and today:
        year = year_of_month(today, month, direction(match))
    written = "XXXX" if year is None else f"{year:04}"
    yield from _ended(match, f"{written}-{month:02}" if month else written)


def _ended(match: Match, value: str) -> Iterator[Draft]:
    """The stretch, with a `mod`; its last day where it is a deadline: by the end of the year."""
    days = first_and_last(value)
    if days and match.has("end") and match.scene.is_a(match.first - 1, _DEADLINE):
        yield match.draft(TimeType.DATE, days[1].isoformat(), "END")
    else:
        yield match.draft(TimeType.DATE, value, modifier(match))


def year_end(match: Match) -> Iterator[Draft]:
    """Year-end."""
    if match.unit() in {"year", "month"}:
        yield from _ended(match, at(match.scene.today, match.unit()))


def numbered(match: Match) -> Iterator[Draft]:
    """Fiscal 1999, the year 2000: TIMEX3 has no value of its own for the year of a book-keeper."""
    if match.unit() in {"", "year"}:
        yield match.draft(TimeType.DATE, f"{said_year(match):04}")


_PART = "((early|late|mid) dash? (in the)?)?"
_OF_YEAR = "(comma? of? (year4|fiscal unit? year4|(last|this|next|the) fiscal? unit))?"
_END = "the? ((end|start|middle) of|(early|late) in)"
_WHOSE = "((the|fiscal|fiscal? year4 possessive|the year4|(last|this|next) fiscal? unit possessive) fiscal?)?"
STRETCHES: tuple[Rule, ...] = (
    Rule("((early|late|mid) dash?)? (decade|tens)", decade),
    Rule(f"the? {_PART} ordinal dash? unit", century),
    Rule(f"{_WHOSE} ordinal fiscal? quarter {_OF_YEAR}", quarter),
    Rule("ordinal dash quarter", quarter),
    Rule("quarter_number (of? year4)?", quarter),
    Rule(f"the? ordinal half {_OF_YEAR}", half),
    Rule("ordinal dash half", half),
    Rule("the? (early|late|mid)? dash? (last|next|this? (past|coming)|this|the) season (of year4)?", season),
    Rule("((early|late|mid) dash?)? season of? year4", season),
    Rule(f"{_END} (the|this|last|next)? (unit|quarter)", end_of),
    Rule(f"{_END} month? year4", end_of_named),
    Rule(f"{_END} month", end_of_named),
    Rule("unit dash? end (?!of)", year_end),
    Rule("the? fiscal unit? year4", numbered),
    Rule("the unit year4", numbered),
)
