"""How long: three days, a two-week visit, the past 30 days, several months, for years."""

from collections.abc import Iterator

from worker.steps.times.amounts import AMOUNT, AND_A_HALF, BOUND, CLOCK_UNITS, count, length, two_lengths
from worker.steps.times.grammar import Match, Rule
from worker.steps.times.lexicon import kinds
from worker.steps.times.parts import modifier
from worker.steps.times.scene import Draft, TimeType

_DASH, _MONEY, _NOT_BARE = kinds("dash"), kinds("currency"), kinds("ordinal", "dash")
_QUARTERS = {"hour": "PT15M", "century": "P25Y", "year": "P3M"}
_LAST, _LASTING = kinds("last"), frozenset(["to", "will", "would", "could", "may", "might", "can", "should", "must"])
_ONCE = frozenset(["day", "quarter", "weekend", "night"])
"""A day is one that somebody has rather than how long something lasts; a quarter is a fourth or a coin."""


def counted(match: Match) -> Iterator[Draft]:
    """A number of units; no age, no price."""
    unit, is_of_coins = match.unit(), match.unit() == "quarter" and not match.has("last", "past", "next")
    if not is_of_coins and not _is_an_age(match) and not match.scene.is_a(match.first - 1, _MONEY):
        # "Expected to last four weeks": a verb.
        is_verb = match.scene.is_a(match.first, _LAST) and match.scene.word(match.first - 1) in _LASTING
        yield Draft(match.first + is_verb, match.after, TimeType.DURATION, length(count(match), unit), modifier(match))


def two_units(match: Match) -> Iterator[Draft]:
    """Two hours and 20 minutes: one length where the second unit is the next smaller one."""
    value = two_lengths(match)
    if value and not _is_an_age(match):
        yield match.draft(TimeType.DURATION, value, modifier(match))


def _is_an_age(match: Match) -> bool:
    """Two-year-old, 12 years old, years of age: somebody's, not a time."""
    scene, behind = match.scene, match.after + match.scene.is_a(match.after, _DASH)
    return scene.word(behind) in {"old", "olds"} or scene.word(match.after + 1) == "age"


def quarter(match: Match) -> Iterator[Draft]:
    """A quarter of an hour, a quarter-century."""
    if lasts := _QUARTERS.get(match.value("unit")):
        yield match.draft(TimeType.DURATION, lasts, modifier(match))


def one(match: Match) -> Iterator[Draft]:
    """A week, a year."""
    if match.unit() not in _ONCE and not _is_an_age(match):
        yield match.draft(TimeType.DURATION, length(1, match.unit()), modifier(match))


def bare(match: Match) -> Iterator[Draft]:
    """Weeks, for years, recent months; not the hours of business, not 60 Minutes."""
    unusual = match.unit() in CLOCK_UNITS or match.unit() in _ONCE - {"day"}
    if not unusual and not _is_an_age(match) and not match.scene.is_a(match.first - 1, _NOT_BARE):
        yield match.draft(TimeType.DURATION, length(None, match.unit()), modifier(match))


def lasting(match: Match) -> Iterator[Draft]:
    """Year-long, months-long, years-old."""
    if match.has("long", "units"):
        yield match.draft(TimeType.DURATION, length(None if match.has("units") else 1, match.unit()))


_SINCE = "(the? (last|past|next|coming|previous|following))?"
DURATIONS: tuple[Rule, ...] = (
    Rule("(the? (last|past|next))? article? quarter ((of|dash) article?)? unit", quarter),
    Rule("(units|unit|day) dash (long|old)", lasting),
    Rule("((digits|word){1,4}|half) dash anyunit (dash long)?", counted),
    Rule("(digits|word) units and? (digits|word) units", two_units),
    Rule(f"{BOUND} {_SINCE} {AMOUNT} units {AND_A_HALF}", counted),
    Rule(f"{BOUND} (digits|word|half article|article half) dash? anyunit {AND_A_HALF}", counted),
    Rule("article anyunit and article half", counted),
    Rule(f"{BOUND} article anyunit", one),
    Rule("the (last|past|next) units", bare),
    Rule("(recent|coming)? units", bare),
)
