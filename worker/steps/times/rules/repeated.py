"""How often: daily, every Friday, twice a week, $10 a year, Mondays."""

from collections.abc import Iterator

from worker.steps.times.amounts import count, length
from worker.steps.times.grammar import Match, Rule
from worker.steps.times.lexicon import kinds
from worker.steps.times.scene import Draft, TimeType

_BEGINNING = kinds("stop", "break")
_COUNTED = kinds("units", "times", "large", "hundred", "percent", "decimal", "small", "year4")
_NUMBERS = kinds("small", "large", "word", "decimal", "year4", "hundred", "some", "currency")
_MANY = frozenset(["hundreds", "thousands", "millions", "percent", "cent"])
_NO_RATE = kinds("ago", "earlier", "later", "before", "after", "dash", "from")
_REACH = 3


def often(match: Match) -> Iterator[Draft]:
    """Daily, weekly, annually; capitalised inside of a sentence it is part of a name."""
    scene, first = match.scene, match.first
    if scene.word(first).islower() or first == 0 or scene.is_a(first - 1, _BEGINNING):
        yield match.draft(TimeType.SET, match.value("often"))


def every(match: Match) -> Iterator[Draft]:
    """Every day, each year, every two weeks, every other month."""
    if match.has("alternate"):
        number: float | None = 2
    else:
        number = count(match) if match.has("units") else 1
    yield match.draft(TimeType.SET, length(number, match.unit()))


def every_named(match: Match) -> Iterator[Draft]:
    """Every Friday, each morning, every summer, every January, Mondays, weekends."""
    part = match.value("part", "parts")
    if match.scene.is_a(match.first - 1, _NUMBERS):
        return  # two evenings of talks
    if match.has("weekday", "weekdays"):
        yield match.draft(TimeType.SET, f"XXXX-WXX-{match.value('weekday', 'weekdays')}{'T' * bool(part)}{part}")
    elif match.has("month"):
        yield match.draft(TimeType.SET, f"XXXX-{match.number('month'):02}")
    elif match.has("season"):
        yield match.draft(TimeType.SET, f"XXXX-{match.value('season')}")
    else:
        yield match.draft(TimeType.SET, f"XXXX-XX-XXT{part}" if part else "XXXX-WXX-WE")


def rate(match: Match) -> Iterator[Draft]:
    """Twice a week; three times per year."""
    yield match.draft(TimeType.SET, length(1, match.unit()))


def rate_behind(match: Match) -> Iterator[Draft]:
    """24 hours a day, 500 barrels a day, $3 a month, per year: the unit that something is counted by."""
    if match.has("per") or (_is_counted(match) and not match.scene.is_a(match.after, _NO_RATE)):
        yield from rate(match)


def _is_counted(match: Match) -> bool:
    """Whether what stands before the match is a number, or a plural with a number before it."""
    scene, before = match.scene, match.scene.word(match.first - 1)
    if scene.is_a(match.first - 1, _COUNTED) or before in _MANY:
        return True
    if not (before.islower() and before.endswith("s")):
        return False
    places = range(match.first - 1 - _REACH, match.first - 1)
    return any(scene.is_a(place, _NUMBERS) or scene.word(place) in _MANY for place in places)


REPEATED: tuple[Rule, ...] = (
    Rule("often", often),
    Rule("(once|twice|(digits|word|some) times) (article|per|every|each) (unit|day|quarter)", rate),
    Rule("(article|per) (unit|day|quarter)", rate_behind),
    Rule("(every|each) (weekday part?|part|season|month)", every_named),
    Rule("(every|each) alternate? anyunit", every),
    Rule("every (digits|word|some){1,4} units", every),
    Rule("weekdays (part|parts)?|weekends|parts", every_named),
)
