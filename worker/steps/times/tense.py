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
_MODALS, _EXPECTING, _EXPECTING_TO, _ORDERING, _COMING, _PAST, _NO_PAST = (
    frozenset(_LISTS[name].split())
    for name in ("modals", "expecting", "expecting_to", "ordering", "coming", "past", "no_past")
)
_REGULAR_PAST = re.compile(r"[a-z-]{2,}ed")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,3}")
_BREAK, _STOP, _POSSESSIVE, _UNTIL, _TO, _SINCE, _COMMA = map(
    kinds, ("break", "stop", "possessive", "until", "to", "since", "comma")
)
_PREPOSITIONS, _CLAUSES = kinds("on", "for", "in", "by"), kinds("and", "comma", "break", "stop")
_IS, _WAS, _ARTICLES = frozenset(["is", "are"]), frozenset(["was", "were"]), frozenset(["a", "an", "the"])


def tense(scene: Scene, first: int, after: int) -> int:
    """The tense of the verb that the tokens `first` up to `after` belong to: the nearest before them, else behind."""
    if near := _neighbours(scene, first, after):
        return near
    places = [*_before(scene, first)], [*_behind(scene, after)]
    for index in (*places[1], *places[0]) if _is_fronted(scene, first, after) else (*places[0], *places[1]):
        if cue := _cue(scene, index, first):
            return cue
    return UNCLEAR


def _neighbours(scene: Scene, first: int, after: int) -> int:
    """What the words right beside it tell."""
    before = first - 1 - scene.is_a(first - 1, _PREPOSITIONS)
    if scene.is_a(after, _POSSESSIVE) or scene.is_a(first - 1, _SINCE):
        return PAST  # "Wednesday's ruling" has been; of the one ahead, papers say "next Wednesday's"
    if scene.word(before) in _IS or (scene.is_a(first - 1, _UNTIL) and scene.is_a(after, _TO)):
        return FUTURE  # "the vote is on Tuesday"; "they have until Friday to answer"
    # "Critics who on Sunday cast it as an insult"; "the games planned for Wednesday were held".
    return PAST if _looks_past(scene.word(after)) else UNCLEAR


def _is_fronted(scene: Scene, first: int, after: int) -> bool:
    """Whether it begins its clause, as in "and on Monday, he left"."""
    return scene.is_a(after, _COMMA) and scene.is_a(first - 1, _PREPOSITIONS) and scene.is_a(first - 2, _CLAUSES)


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


def _looks_past(word: str) -> bool:
    return word in _PAST or (_REGULAR_PAST.fullmatch(word) is not None and word not in _NO_PAST)


def _cue(scene: Scene, index: int, first: int) -> int:
    """What the word at `index` tells of the time that begins at `first`."""
    word, following = scene.word(index), scene.word(index + 1)
    if word in _MODALS:
        return PAST if "have" in {following, scene.word(index + 2)} else FUTURE
    if word in _EXPECTING or word in _COMING or _is_announced(scene, index):
        return FUTURE
    if word in _ORDERING and any(scene.is_a(place, _TO) for place in range(index + 1, first)):
        return FUTURE  # "he asked them to come on Friday"
    return _participle(scene, index) if _looks_past(word) else UNCLEAR


def _is_announced(scene: Scene, index: int) -> bool:
    """Plans to, is meeting, was to end, is due, let's."""
    word, following = scene.word(index), scene.word(index + 1)
    if word == "due":
        return scene.word(index - 1) in _IS | _WAS and scene.word(index + 2) not in _ARTICLES
    if word in _IS:
        return following == "to" or following.endswith("ing")
    if word in _WAS:
        return following == "to"
    return (word in _EXPECTING_TO and following in {"to", "for", "until"}) or (
        word.lower() == "let" and scene.is_a(index + 1, _POSSESSIVE)
    )


def _participle(scene: Scene, index: int) -> int:
    """Past, but not in "will be decided" or "is to be killed", which are ahead; "is heard" says nothing."""
    words = [scene.word(place) for place in range(index - _AUXILIARIES, index)]
    if "have" in words or "been" in words:
        return PAST
    if _MODALS & set(words) or "be" in words:
        return FUTURE
    return UNCLEAR if words[-1] in {"is", "are", "being"} else PAST
