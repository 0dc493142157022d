"""Rules over the classes of tokens, and the search for what they describe.

A rule's pattern is a regular expression whose letters are the names of classes: `month small (comma? year4)?`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from worker.steps.times.lexicon import KINDS
from worker.steps.times.scene import Draft, Scene, TimeType

# Names for several classes.
_EITHER = {
    "anyunit": ("unit", "day", "quarter", "weekend"),
    "digits": ("small", "large", "year4", "decimal"),
    "dayname": ("weekday", "today", "tomorrow", "yesterday"),
}
# What no expression begins with: the search need not try there. Most tokens of a text are of these.
_BEGIN_NOTHING = "".join(
    KINDS[name]
    for name in ("other", "break", "stop", "comma", "dash", "close", "possessive", "to", "on", "and", "from")
)
_NAME = re.compile(r"[a-z][a-z_0-9']*")


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens that a rule's pattern fits: `first` up to, not including, `after`."""

    scene: Scene
    first: int
    after: int

    def where(self, *names: str) -> list[int]:
        """The tokens of these classes."""
        classes, wanted = self.scene.tokens.kinds, [KINDS[name] for name in names]
        return [index for index in range(self.first, self.after) if classes[index] in wanted]

    def has(self, *names: str) -> bool:
        """Whether there is a token of one of these classes."""
        return bool(self.where(*names))

    def value(self, *names: str) -> str:
        """The value of the first token of these classes; empty where there is none."""
        found = self.where(*names)
        return str(self.scene.value(found[0])) if found else ""

    def number(self, *names: str) -> int:
        """The value of the first token of these classes, as a whole number; 0 where there is none."""
        return int(float(self.value(*names) or 0))

    def unit(self) -> str:
        """The unit that it counts in or is one of."""
        return self.value("unit", "units", "day", "quarter", "weekend", "weekends").removesuffix("s")

    def draft(self, kind: TimeType, value: str, mod: str | None = None) -> Draft:
        """All of it, with this value."""
        return Draft(self.first, self.after, kind, value, mod)


Make = Callable[[Match], Iterable[Draft]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what to make of it; nothing made means that it is no time after all."""

    pattern: str
    make: Make


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as one over the characters that stand for classes."""
    spaceless = re.sub(r"\s+", "", _NAME.sub(lambda found: _class(found.group()), pattern))
    return re.compile(re.sub(r"\((?!\?)", "(?:", spaceless))


def _class(name: str) -> str:
    names = _EITHER.get(name, (name,))
    return f"[{''.join(KINDS[each] for each in names)}]"


class Grammar:
    """Rules in the order of their right to be heard."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [(compiled(rule.pattern), rule.make) for rule in rules]
        every = "|".join(f"({pattern.pattern})" for pattern, _ in self._rules)
        self._any = re.compile(f"(?![{_BEGIN_NOTHING}])(?:{every})")

    def read(self, scene: Scene) -> None:
        """Find what the rules describe, from left to right, none over another; it is then in `scene.found`."""
        position, classes = 0, scene.tokens.kinds
        while met := self._any.search(classes, position):
            made = self.made_at(scene, met.start(), int(met.lastindex or 1) - 1)
            scene.found.extend(made)
            position = max((draft.after for draft in made), default=met.start() + 1)

    def made_at(self, scene: Scene, start: int, first_rule: int = 0) -> list[Draft]:
        """What the first rule makes that fits here and does not decline."""
        for pattern, make in self._rules[first_rule:]:
            fits = pattern.match(scene.tokens.kinds, start)
            if fits and (made := list(make(Match(scene, start, fits.end())))):
                return made
        return []
