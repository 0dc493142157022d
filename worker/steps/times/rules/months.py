"""Months and years: September 2010, late November, between January and March 2004, 1998, '98, 2009-10."""

from collections.abc import Iterator

from worker.steps.times.days import UNKNOWN
from worker.steps.times.grammar import Match, Rule
from worker.steps.times.lexicon import kinds
from worker.steps.times.nearness import direction, year_of_month
from worker.steps.times.parts import modifier
from worker.steps.times.scene import Draft, TimeType
from worker.steps.times.years import CENTURY, is_a_year, long_year, said_year, with_year_beside

_PREPARED = kinds(
    "in", "since", "until", "by", "from", "of", "to", "and", "or", "through", "between", "before", "after", "during",
    "last", "next", "this", "early", "late", "mid", "dash", "comma", "slash", "for", "about",
)  # fmt: skip
_PREPARED_WELL = _PREPARED - kinds("comma", "and", "for", "dash")
_ALSO_WORDS = frozenset(["may", "mar", "jan", "sep", "jun", "dec", "oct"])
_ALSO_NAMES = frozenset(["april", "june", "august", "march"])
_MARCHES = frozenset(["for", "on", "of", "against"])
_ENDS_A_YEAR = kinds("comma", "stop", "close", "break", "and", "dash")


def month_of_year(match: Match) -> Iterator[Draft]:
    """September 2010; late November 1999."""
    year, unit = said_year(match), match.unit()
    if unit in {"", "year"}:
        written = UNKNOWN["year"] if year is None else f"{year:04}"
        yield from with_year_beside(match, f"{written}-{match.number('month'):02}", modifier(match))


def two_months(match: Match) -> Iterator[Draft]:
    """Between January and March 2004: the year is that of both."""
    places, year = match.where("month"), said_year(match) or 0
    first, second = (int(str(match.scene.value(place))) for place in places)
    if _is_a_month(match, places[0]):
        yield Draft(match.first, places[0] + 1, TimeType.DATE, f"{year - (first > second):04}-{first:02}")
        yield Draft(places[1], match.after, TimeType.DATE, f"{year:04}-{second:02}")


def month(match: Match) -> Iterator[Draft]:
    """September; early December; mid-May: the nearest in the tense around it."""
    today, number = match.scene.today, match.number("month")
    if _is_a_month(match, match.where("month")[0]):
        year = f"{year_of_month(today, number, direction(match)):04}" if today else UNKNOWN["year"]
        yield match.draft(TimeType.DATE, f"{year}-{number:02}", modifier(match))


def _is_a_month(match: Match, index: int) -> bool:
    """Whether the word is a month and not the name April, the verb may or a march."""
    scene, word, behind = match.scene, match.scene.word(index), match.scene.word(index + 1)
    prepared = match.first < index or scene.is_a(index - 1, _PREPARED)
    if word.lower() in _ALSO_WORDS:
        return match.first < index or scene.is_a(index - 1, _PREPARED_WELL)
    if word.lower() in _ALSO_NAMES and not prepared:
        return not (behind[:1].isupper() or (word == "March" and behind in _MARCHES))
    return True


def year(match: Match) -> Iterator[Draft]:
    """1998: four digits that are no amount."""
    if is_a_year(match.scene, match.where("year4")[0], match.number("year4")):
        yield match.draft(TimeType.DATE, f"{match.number('year4'):04}", modifier(match))


def short_year(match: Match) -> Iterator[Draft]:
    """'98."""
    yield match.draft(TimeType.DATE, f"{said_year(match):04}")


def in_short_year(match: Match) -> Iterator[Draft]:
    """In 80 and 84, in 96, in 08: two bare digits behind `in`, with nothing behind that they could count."""
    scene, places = match.scene, match.where("small", "large")
    written = [scene.word(place) for place in places]
    at_the_end = not scene.word(match.after) or scene.is_a(match.after, _ENDS_A_YEAR)
    if at_the_end and all(len(digits) == len("98") and (digits >= "50" or digits[0] == "0") for digits in written):
        for place, digits in zip(places, written, strict=True):
            yield Draft(place, place + 1, TimeType.DATE, f"{long_year(int(digits), scene.today):04}")


def second_year(match: Match) -> Iterator[Draft]:
    """2009-10, 1996-97, 2012/13: two years that follow one another, or begin and end a stretch."""
    places, first = match.where("year4", "small", "large"), match.number("year4")
    second = int(str(match.scene.value(places[1])))
    digits = len(match.scene.word(places[1]))
    if digits == len("98") and first % CENTURY < second and is_a_year(match.scene, places[0], first):
        yield Draft(match.first, places[0] + 1, TimeType.DATE, f"{first:04}")
        yield Draft(places[1], match.after, TimeType.DATE, f"{first // CENTURY * CENTURY + second:04}")


_PART = "((early|late|mid) dash? in?)?"
MONTHS: tuple[Rule, ...] = (
    Rule("month (and|to|dash|through|or) month comma? of? year4", two_months),
    Rule(f"{_PART} month ((comma|of)? (year4|short_year)|of? (last|this|next) unit)", month_of_year),
    Rule(f"{_PART} month", month),
    Rule("year4 (dash|slash) (small|large)", second_year),
    Rule("((early|late|mid) dash?)? year4", year),
    Rule("short_year", short_year),
    Rule("in (small|large) (comma (small|large)){0,9} (comma? and (small|large))?", in_short_year),
)
