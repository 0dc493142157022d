"""What several rules read alike."""

from worker.steps.times.grammar import Match
from worker.steps.times.lexicon import kinds

_ABOUT = kinds("about")
_MODIFIERS = {
    "early": "START", "start": "START", "late": "END", "end": "END", "mid": "MID", "middle": "MID",
    "more": "MORE_THAN", "less": "LESS_THAN", "least": "EQUAL_OR_MORE",
}  # fmt: skip


def modifier(match: Match) -> str | None:
    """TIMEX3's `mod` for the word in it that asks for one, or for about before it; None where there is none."""
    inside = next((mod for name, mod in _MODIFIERS.items() if match.has(name)), None)
    return inside or ("APPROX" if match.scene.is_a(match.first - 1, _ABOUT) else None)


def step(match: Match) -> int:
    """-1 for last and previous, 1 for next, 0 for this."""
    if match.has("last", "previous", "past"):
        return -1
    return 1 if match.has("next", "coming", "following") else 0
