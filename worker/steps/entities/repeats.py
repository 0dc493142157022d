"""Mentions that the model missed, of names that it found elsewhere in the article."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from worker.steps.entities.fold import fold
from worker.steps.entities.lexicon import words
from worker.steps.entities.spans import Span

_CAPITALISED = re.compile(r"(?<![\w@#/])[^\W\d_a-z]")
_SMALL = re.compile(r"(?<!\w)[a-z][a-z'’-]*")
_BEFORE = re.compile(r"([\w’'-]+\.?)[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_a-z][\w’'-]+)")
LEAST_CHARACTERS = 3


def repeats(text: str, spans: Sequence[Span], kinds: dict[str, str]) -> list[Span]:
    """The spans, with those of `kinds` (names, each with its type) that they lack, in order.

    A longer name takes the place of a shorter one that the model found in it.
    """
    small = set(_SMALL.findall(text))
    names: dict[str, list[str]] = defaultdict(list)
    for name in sorted(kinds, key=lambda name: (-len(name), name)):
        if _tells(name, small):
            names[name.split()[0]].append(name)
    return list(_merged(spans, _occurrences(text, names, kinds)))


def _tells(name: str, small: set[str]) -> bool:
    """Whether the name is no common word that a sentence may begin with."""
    if not name[0].isupper() or fold(name) in words("never"):
        return False
    return " " in name or name.isupper() or (len(name) >= LEAST_CHARACTERS and name.lower() not in small)


def _occurrences(text: str, names: dict[str, list[str]], kinds: dict[str, str]) -> Iterator[Span]:
    end = 0
    for place in _CAPITALISED.finditer(text):
        start = place.start()
        if start < end or not (word := re.compile(r"\S+").match(text, start)):
            continue
        for name in _starting(word.group(), names):
            stop = start + len(name)
            if text.startswith(name, start) and not text[stop : stop + 1].isalnum() and _alone(text, start, stop, name):
                yield Span(start, stop, name, kinds[name], repeated=True)
                end = stop
                break


def _starting(word: str, names: dict[str, list[str]]) -> list[str]:
    """The names that begin with the word, whatever is written right behind it."""
    for length in range(len(word), 0, -1):
        if word[:length] in names:
            return names[word[:length]]
    return []


def _alone(text: str, start: int, end: int, name: str) -> bool:
    """Whether a single word is no part of a longer name."""
    if " " in name:
        return True
    after = _AFTER.match(text, end)
    if after and fold(after.group(1)) not in words("never"):
        return False
    before = _BEFORE.search(text, max(0, start - 40), start)
    if not before or not before.group(1)[0].isupper():
        return True
    word = fold(before.group(1))
    begins = (
        before.start() == 0 or text[: before.start()].rstrip(" \"“'‘")[-1:] in ".!?:\n" or before.group(1)[-1] == "."
    )
    return word in words("titles") or word in words("roles") or word in words("never") or begins


def _merged(spans: Sequence[Span], more: Iterable[Span]) -> Iterator[Span]:
    """Both in order; where two overlap the one that covers the other, else the model's."""
    others = list(more)
    kept = [span for span in spans if not any(_covers(other, span) for other in others)]
    for other in others:
        if all(other.end <= span.start or other.start >= span.end for span in kept):
            kept.append(other)
    return iter(sorted(kept, key=lambda span: span.start))


def _covers(one: Span, other: Span) -> bool:
    return one.start <= other.start and other.end <= one.end and one.end - one.start > other.end - other.start
