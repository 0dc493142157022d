"""Times of day: 10:35 a.m., noon on Friday, 4 in the morning, 0735 GMT, 9 p.m. EST Tuesday, 7-9 p.m."""

from collections.abc import Iterator

from worker.steps.times.days import at, unit_of
from worker.steps.times.grammar import Grammar, Match, Rule
from worker.steps.times.lexicon import kinds
from worker.steps.times.rules.dates import DATES
from worker.steps.times.rules.deictic import day_named
from worker.steps.times.scene import Draft, TimeType

_HOURS, _MINUTES, _NOON, _SMALL_HOURS = 24, 60, 12, 5
_PREPARED = kinds("at", "by", "until", "about", "from", "since", "to", "before", "after", "between", "and", "dash")
_BREAK, _ENDS = kinds("break"), kinds("stop", "break")
_DAY_NAMES = ("weekday", "today", "yesterday", "tomorrow", "tonight")
_DAY_KINDS = kinds(*_DAY_NAMES)
_REACH = 9
_WRITTEN_OUT = Grammar(DATES)


def clock(match: Match) -> Iterator[Draft]:
    """A time by the clock, with the day beside it if there is one; 10:35 alone may be a score or a length."""
    told = match.has("meridiem", "zone", "o'clock", "midday") or match.scene.is_a(match.first - 1, _PREPARED)
    moment = _moment(match, match.value("meridiem")) if told else None
    if moment:
        yield match.draft(TimeType.TIME, f"{_day(match)}T{moment}")


def two_hours(match: Match) -> Iterator[Draft]:
    """7-9 p.m., between 9 and 11:30 a.m.: both are of the half of the day that is said once."""
    places = match.where("small", "clock")
    for first, after in ((places[0], places[0] + 1), (places[1], match.after)):
        if moment := _moment(Match(match.scene, first, after), match.value("meridiem")):
            yield Draft(first, after, TimeType.TIME, f"{_day(match)}T{moment}")


def in_the_morning(match: Match) -> Iterator[Draft]:
    """4 in the morning; 8:30 at night."""
    hour, minute = _hour_and_minute(match)
    part = match.value("part")
    if hour <= _NOON and (part in {"AF", "EV"} or (part == "NI" and hour >= _SMALL_HOURS)):
        hour = hour % _NOON + _NOON
    if hour < _HOURS and minute < _MINUTES:
        yield match.draft(TimeType.TIME, f"{_day(match)}T{hour:02}:{minute:02}")


def _moment(match: Match, meridiem: str) -> str | None:
    """Hours and minutes; None for what no clock shows."""
    if match.has("midday"):
        return match.value("midday")
    hour, minute = _hour_and_minute(match)
    if meridiem and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if meridiem[0] in "pP" else 0)
    return f"{hour:02}:{minute:02}" if hour < _HOURS and minute < _MINUTES else None


def _hour_and_minute(match: Match) -> tuple[int, int]:
    if match.has("clock"):
        hour, minute, *_ = map(int, match.value("clock").replace(".", ":").split(":"))
        return hour, minute
    if match.has("large", "year4"):  # 0735 GMT
        digits = match.scene.word(match.where("large", "year4")[0])
        return (int(digits[:2]), int(digits[2:])) if len(digits) == len("0735") else (_HOURS, 0)
    return match.number("small", "word"), 0


def _day(match: Match) -> str:
    """The day in the match, else close behind it in the sentence, else the one said before it, else today."""
    scene = match.scene
    if match.has(*_DAY_NAMES):
        return day_named(match)
    if behind := _day_behind(match):
        return behind
    last = scene.found[-1] if scene.found else None
    if (
        last
        and unit_of(last.value) == "day"
        and not any(scene.is_a(index, _BREAK) for index in range(last.after, match.first))
    ):
        return last.value.partition("T")[0]
    return at(scene.today, "day")


def _day_behind(match: Match) -> str | None:
    """The date or day that stands close behind: 8 p.m. at the hall on May 5."""
    scene = match.scene
    for index in range(match.after, min(match.after + _REACH, len(scene.tokens.kinds))):
        if scene.is_a(index, _ENDS):
            break
        if dates := _WRITTEN_OUT.made_at(scene, index):
            return dates[0].value
        if scene.is_a(index, _DAY_KINDS):
            return day_named(Match(scene, index, index + 1))
    return None


_WHEN = "(clock zone? meridiem?|(small|word) meridiem|(small|word) o'clock|midday)"
CLOCK: tuple[Rule, ...] = (
    Rule("(small|clock|word) o'clock? (in the|at) part (?!of)", in_the_morning),
    Rule("(small|clock) (dash|to|and|until) (small|clock) meridiem zone?", two_hours),
    Rule(f"dayname (comma? at)? {_WHEN} zone?", clock),
    Rule(f"{_WHEN} zone? comma? on? dayname (?!comma? (the? (small|ordinal) of?)? month)", clock),
    Rule(f"{_WHEN} zone?", clock),
    Rule("(large|year4|small) zone", clock),
)
