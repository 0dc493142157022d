"""What the rules look at and what they make."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from worker.steps.times.lexicon import kinds
from worker.steps.times.tokens import Tokens

_ENDS = kinds("stop", "break")


class TimeType(StrEnum):
    """The kinds of TIMEX3: a day or a longer stretch of the calendar, a time of day, a length, a repetition."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Draft:
    """An expression: its first token, the one after its last, and what it says. `mod` is TIMEX3's."""

    first: int
    after: int
    type: TimeType
    value: str
    mod: str | None = None


@dataclass(slots=True)
class Scene:
    """The text, the day to count from, and what was found so far, which later expressions may refer to."""

    text: str
    tokens: Tokens
    today: date | None
    found: list[Draft] = field(default_factory=list)

    def word(self, index: int) -> str:
        """The token as written; empty outside of the text."""
        if not 0 <= index < len(self.tokens.items):
            return ""
        start, end, _ = self.tokens.items[index]
        return self.text[start:end]

    def value(self, index: int) -> object:
        """What the token stands for."""
        return self.tokens.items[index].value

    def is_a(self, index: int, classes: Collection[str]) -> bool:
        """Whether the token is of one of the classes; false outside of the text."""
        return 0 <= index < len(self.tokens.kinds) and self.tokens.kinds[index] in classes

    def breaks(self, first: int, after: int) -> bool:
        """Whether a sentence or line ends between the tokens."""
        return any(kind in _ENDS for kind in self.tokens.kinds[first:after])
