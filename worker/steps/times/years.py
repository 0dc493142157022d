"""Years of two and of four digits."""

from collections.abc import Iterator
from datetime import date

from worker.steps.times.grammar import Match
from worker.steps.times.lexicon import WORD_LISTS, kinds
from worker.steps.times.parts import step
from worker.steps.times.scene import Draft, Scene, TimeType

CENTURY = 100
_AHEAD = 20
"""Two digits are at most so many years ahead: '15 is 2015 in 1998, and '45 is 1945."""
_MODERN = range(1_900, 2_061)
_BEFORE_ANY = kinds("in", "since", "until", "by", "from", "between", "dash", "and", "to", "before", "after", "of")
_BEFORE = _BEFORE_ANY | kinds(
    "through", "or", "during", "slash", "comma", "the", "early", "late", "mid", "that", "this", "into", "throughout",
    "open", "close", "possessive", "about", "as", "fiscal", "other", "alternate", "season", "break", "stop", "for",
    "at", "on", "than", "article", "past", "coming", "next", "last", "over", "year4", "percent", "same",
)  # fmt: skip
_COUNTS = kinds("percent", "units", "unit", "currency", "meridiem", "hundred", "zone")
_APPROXIMATE = kinds("about", "than", "over", "for", "at", "to", "of", "from", "other", "break")
_COUNTED, _UNCOUNTED, _NUMBERED = WORD_LISTS["counted"], WORD_LISTS["uncounted"], WORD_LISTS["numbered"]


def said_year(match: Match) -> int | None:
    """The year in the match, in digits or as last year; None where there is none."""
    if match.has("year4"):
        return match.number("year4")
    if match.unit() == "year" and match.scene.today:
        return match.scene.today.year + step(match)
    return long_year(int(match.value("short_year")[1:]), match.scene.today) if match.has("short_year") else None


def with_year_beside(match: Match, value: str, mod: str | None = None) -> Iterator[Draft]:
    """One expression, but two where a year stands beside it without of: March 11 this year."""
    places = match.where("last", "this", "next")
    if match.has("unit") and places and not match.has("of"):
        yield Draft(match.first, places[0], TimeType.DATE, value, mod)
        yield Draft(places[0], match.after, TimeType.DATE, value[:4])
    else:
        yield match.draft(TimeType.DATE, value, mod)


def long_year(short: int, today: date | None) -> int:
    """The year of two digits that is near to today."""
    if short >= CENTURY:
        return short
    now = today.year if today else 2_000
    value = now // CENTURY * CENTURY + short
    return value - CENTURY if value > now + _AHEAD else value


def is_a_year(scene: Scene, index: int, number: int) -> bool:
    """Whether four digits are a year: not $1998, 1950 kilometres, over 2000 visitors, 555-1998."""
    if not (number in _MODERN or scene.is_a(index - 1, _BEFORE_ANY)):
        return False
    if (
        scene.is_a(index + 1, _COUNTS)
        or scene.word(index + 1) in {"BC", "BCE", "B"}
        or (index and not scene.is_a(index - 1, _BEFORE))
    ):
        return False
    return not _is_numbered(scene, index) and not _is_an_amount(scene, index, number)


def _is_numbered(scene: Scene, index: int) -> bool:
    """Flight 1998, No. 1998, 555-1998."""
    before = scene.word(index - 1).lower()
    if before in _NUMBERED or (before == "." and scene.word(index - 2) == "No"):
        return True
    return before == "-" and scene.is_a(index - 2, kinds("large", "small"))


def _is_an_amount(scene: Scene, index: int, number: int) -> bool:
    """Whether it counts the word behind it."""
    behind = scene.word(index + 1)
    if behind in _COUNTED:
        return True
    is_round, is_plural = number % 10 == 0, behind.islower() and behind.endswith("s") and behind not in _UNCOUNTED
    return is_round and is_plural and scene.is_a(index - 1, _APPROXIMATE)
