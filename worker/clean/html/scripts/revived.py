"""Values that were written as one flat list, in which they call each other by their places, as Nuxt does."""

import orjson

from worker.clean.html.scripts.literals import DEEPEST, Literal

WRAPPERS = ("Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef")
BEGINNING = tuple(f'[["{name}",' for name in WRAPPERS)


def is_flat(script: str) -> bool:
    """Whether the script is such a list."""
    return script.lstrip()[:40].startswith(BEGINNING)


def revived(script: str) -> list[Literal]:
    """The values; none where the script cannot be read."""
    try:
        flat = orjson.loads(script)
    except ValueError:
        return []
    return [_Reviver(flat).value(0, 0)] if isinstance(flat, list) else []


class _Reviver:
    """Makes each value once, whoever calls it."""

    def __init__(self, flat: list[object]) -> None:
        self.flat = flat
        self.made: dict[int, Literal] = {}

    def value(self, at: object, depth: int) -> Literal:
        """The value at this place, an empty text where there is none."""
        if not isinstance(at, int) or not 0 <= at < len(self.flat) or depth > DEEPEST:
            return ""
        if at not in self.made:
            self.made[at] = ""
            self.made[at] = self._of(self.flat[at], depth + 1)
        return self.made[at]

    def _of(self, stored: object, depth: int) -> Literal:
        if isinstance(stored, dict):
            return {key: self.value(at, depth) for key, at in stored.items()}
        if isinstance(stored, list):
            if stored and isinstance(stored[0], str):
                return self.value(stored[1], depth) if len(stored) > 1 and stored[0] in WRAPPERS else ""
            return [self.value(at, depth) for at in stored]
        return stored if isinstance(stored, str) else ""
