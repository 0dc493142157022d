"""Times that nobody can put a date on: now, recently, in the future."""

from collections.abc import Iterator

from worker.steps.times.grammar import Match, Rule
from worker.steps.times.scene import Draft, TimeType


def present(match: Match) -> Iterator[Draft]:
    """Now, currently, at present, these days."""
    if match.unit() in {"", "day"}:  # not: all these years
        yield match.draft(TimeType.DATE, "PRESENT_REF")


def past(match: Match) -> Iterator[Draft]:
    """Recently, in the past."""
    yield match.draft(TimeType.DATE, "PAST_REF")


def future(match: Match) -> Iterator[Draft]:
    """The future, the near future."""
    written = match.scene.word(match.after - 1)
    if written.islower():  # the American Future Fund
        yield match.draft(TimeType.DATE, "FUTURE_REF")


VAGUE: tuple[Rule, ...] = (
    Rule("now|currently|at present|at the moment|these units", present),
    Rule("recently|(?<=in) the past (?!anyunit|units|digits|word|some|article)", past),
    Rule("the? (near|coming)? future", future),
)
