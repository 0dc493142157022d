"""How many of which unit: two and a half years, several months, 5 1/2 hours."""

from math import prod

from worker.steps.times.grammar import Match

# Patterns of numbers before a unit.
_HALF = "dash? and dash? article dash? half"
AMOUNT = (
    f"((digits|word) {_HALF}|article half dash? article?|half dash? article?|article? some more? of? (article|the)?"
    "|article hundred|(digits|word) (word|hundred){0,4} more?|article)"
)
BOUND = "((more|less) than|at least)?"
AND_A_HALF = f"({_HALF})?"

# TIMEX3's letters; a T stands before those of the clock.
_LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "month": "M", "quarter": "M",
    "year": "Y", "decade": "Y", "century": "Y", "millennium": "Y", "fortnight": "W", "weekend": "D",
}  # fmt: skip
_FACTORS = {"decade": 10, "century": 100, "millennium": 1_000, "fortnight": 2, "quarter": 3, "weekend": 2}
_NOBODY_KNOWS = {"decade": "PXDE", "century": "PXCE", "weekend": "PXWE", "quarter": "PXQ", "millennium": "PXML"}
_SMALLER = {
    "year": (12, "month"), "week": (7, "day"), "day": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second"),
}  # fmt: skip
_NUMBERS = ("small", "large", "year4", "decimal", "word")
CLOCK_UNITS = frozenset({"hour", "minute", "second"})


def count(match: Match) -> float | None:
    """How many: a is one, half a is a half, and a half is added; None for several."""
    if match.has("some"):
        return match.number("some") or None
    values, factors = _values(match, *_NUMBERS), _values(match, "hundred")
    articles, halves = len(match.where("article")), 0.5 * len(match.where("half"))
    if values or factors:
        return sum(values or [1.0]) * prod(factors) + halves
    if not articles:
        return halves or None
    return 1 + halves if match.has("and") or not halves else halves


def _values(match: Match, *names: str) -> list[float]:
    return [float(str(match.scene.value(index))) for index in match.where(*names)]


def two_lengths(match: Match) -> str | None:
    """The TIMEX3 duration of two hours and 20 minutes, PT2H20M; None for units that do not go together."""
    large, small = (str(match.scene.value(index)) for index in match.where("units"))
    first, second = _values(match, *_NUMBERS)
    if large not in _SMALLER or _SMALLER[large][1] != small or first % 1 or second % 1:
        return None
    return length(first, large) + length(second, small).lstrip("PT" if large in CLOCK_UNITS else "P")


def length(number: float | None, unit: str) -> str:
    """The TIMEX3 duration: P3D, PT5H30M, P2Y6M; PXY for nobody knows how many years."""
    clock, letter = "T" if unit in CLOCK_UNITS else "", _LETTERS.get(unit, "D")
    if number is None:
        return _NOBODY_KNOWS.get(unit, f"P{clock}X{letter}")
    number *= _FACTORS.get(unit, 1)
    whole, rest = int(number), number - int(number)
    if not rest or unit not in _SMALLER:
        return f"P{clock}{whole}{letter}" if not rest else f"P{clock}{number:.1f}{letter}"
    factor, smaller = _SMALLER[unit]
    small = f"{round(rest * factor)}{_LETTERS[smaller]}"
    if smaller in CLOCK_UNITS and not clock:
        small = f"T{small}"
    return f"P{clock}{whole}{letter}{small}" if whole else f"P{clock if 'T' not in small else ''}{small}"
