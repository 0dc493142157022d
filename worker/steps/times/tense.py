"""Whether the words around a time look back or ahead."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from worker.steps.times.lexicon import kinds
from worker.steps.times.scene import Scene

PAST, UNCLEAR, FUTURE = -1, 0, 1
_REACH_BEFORE, _REACH_BEHIND = 22, 14
_AUXILIARIES = 4
"""A participle's auxiliaries stand at most so many words before it: will not have been told."""
_LISTS = tomllib.loads((files(__package__) / "tense.toml").read_text(encoding="utf-8"))
_MODALS, _EXPECTING, _EXPECTING_TO, _COMING, _PAST, _NO_PAST = (
    frozenset(_LISTS[name].split()) for name in ("modals", "expecting", "expecting_to", "coming", "past", "no_past")
)
_REGULAR_PAST = re.compile(r"[a-z-]{2,}ed")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,3}")
_BEEN = frozenset(["was", "were", "had"])
_BREAK, _STOP, _POSSESSIVE, _DEADLINE, _TO = map(kinds, ("break", "stop", "possessive", "until", "to"))


def tense(scene: Scene, first: int, after: int) -> int:
    """The tense of the verb that the tokens `first` up to `after` belong to: the nearest before them, else behind."""
    if scene.is_a(after, _POSSESSIVE):
        return PAST  # "Wednesday's ruling" has been; of the one ahead, papers say "next Wednesday's"
    if scene.is_a(first - 1, _DEADLINE) and scene.is_a(after, _TO):
        return FUTURE
    if scene.word(after) in _BEEN:
        return PAST  # "the games planned for Wednesday were held"
    for index in (*_before(scene, first), *_behind(scene, after)):
        if cue := _cue(scene, index):
            return cue
    return UNCLEAR


def _before(scene: Scene, first: int) -> Iterator[int]:
    """The words before, nearest first, up to the beginning of the sentence."""
    for index in range(first - 1, max(-1, first - _REACH_BEFORE), -1):
        if _ends_a_sentence(scene, index):
            return
        yield index


def _behind(scene: Scene, after: int) -> Iterator[int]:
    for index in range(after, min(len(scene.tokens.items), after + _REACH_BEHIND)):
        if _ends_a_sentence(scene, index):
            return
        yield index


def _ends_a_sentence(scene: Scene, index: int) -> bool:
    """Whether the token is a line's or sentence's end; the stops of "Sen. Smith" and of "U.S. troops" are not."""
    if scene.is_a(index, _BREAK):
        return True
    return scene.is_a(index, _STOP) and not _ABBREVIATION.fullmatch(scene.word(index - 1))


def _cue(scene: Scene, index: int) -> int:
    word, following = scene.word(index), scene.word(index + 1)
    if word in _MODALS:
        return PAST if "have" in {following, scene.word(index + 2)} else FUTURE
    if word in _EXPECTING or word in _COMING:
        return FUTURE
    if (word in _EXPECTING_TO and following in {"to", "for"}) or (word in {"is", "are"} and following.endswith("ing")):
        return FUTURE
    if word in _PAST or (_REGULAR_PAST.fullmatch(word) and word not in _NO_PAST):
        return _participle(scene, index)
    return UNCLEAR


def _participle(scene: Scene, index: int) -> int:
    """Past, but not in "will be decided" or "is to be killed", which are ahead; "is heard" says nothing."""
    words = [scene.word(place) for place in range(index - _AUXILIARIES, index)]
    if "have" in words or "been" in words:
        return PAST
    if _MODALS & set(words) or "be" in words:
        return FUTURE
    return UNCLEAR if words[-1] in {"is", "are", "being"} else PAST
