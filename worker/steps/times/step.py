"""The enrichment: every time that an article speaks of."""

from dataclasses import dataclass
from datetime import date

from worker.steps.step import Reading
from worker.steps.times.days import first_and_last
from worker.steps.times.grammar import Grammar
from worker.steps.times.rules import RULES
from worker.steps.times.scene import Draft, Scene, TimeType
from worker.steps.times.tokens import tokens

GRAMMAR = Grammar(RULES)
LANGUAGE = "en"
NEWSPAPER_YEARS = range(1_600, 2_400)
"""A day of publication outside of these is a mistake, and near the calendar's ends there is nothing to count to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time as the text words it, with its TIMEX3 `type`, `value` and `mod`; parts that nobody knows are written X.

    `first_day` and `last_day` bound the stretch of the calendar that `value` is, where it is one.
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    mod: str | None = None
    first_day: str | None = None
    last_day: str | None = None


def times(reading: Reading) -> tuple[Time, ...] | None:
    """The times in the order of the text, none over another; None where there is none or the text is not English."""
    article = reading.article
    if article.language is not None and article.language.code != LANGUAGE:
        return None
    return read(article.text, _day(article.published_at)) or None


def read(text: str, today: date | None) -> tuple[Time, ...]:
    """The times of an English text that was published on that day."""
    known = today if today and today.year in NEWSPAPER_YEARS else None
    scene = Scene(text, tokens(text), known)
    GRAMMAR.read(scene)
    return tuple(_time(scene, draft) for draft in sorted(scene.found, key=lambda draft: draft.first))


def _day(published_at: str | None) -> date | None:
    try:
        return date.fromisoformat((published_at or "")[:10])
    except ValueError:
        return None


def _time(scene: Scene, draft: Draft) -> Time:
    start, end = scene.tokens.items[draft.first].start, scene.tokens.items[draft.after - 1].end
    days = first_and_last(draft.value) if draft.type in {TimeType.DATE, TimeType.TIME} else None
    return Time(
        start=start, end=end, text=scene.text[start:end], type=draft.type, value=draft.value, mod=draft.mod,
        first_day=days[0].isoformat() if days else None, last_day=days[1].isoformat() if days else None,
    )  # fmt: skip
