"""Mentions that the model missed, of names that it found elsewhere in the article."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from worker.steps.entities.fold import fold
from worker.steps.entities.lexicon import words
from worker.steps.entities.spans import Span

_WORD = re.compile(r"(?<![\w@#/])[^\W_a-z]\S*")
_SMALL = re.compile(r"(?<!\w)[a-z][a-z'’-]*")
_BEFORE = re.compile(r"([\w’'-]+\.?)[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_a-z][\w’'-]+)")
_ENDS = ("", ".", "!", "?", ":", "\n")
KINDS_OF_THINGS = ("organisations", "places", "roles", "titles")
"""Words like Army, Street and General: no names by themselves, whatever they were once taken for."""
LEAST_CHARACTERS = 3
MOST_CHARACTERS = 40
"""How far back the word before is looked for."""


def repeats(text: str, spans: Sequence[Span], kinds: Mapping[str, str]) -> list[Span]:
    """The spans, with those of `kinds` (names, each with its type) that they lack, in order.

    A longer name takes the place of a shorter one that the model found in it.
    """
    names: dict[str, list[str]] = defaultdict(list)
    for name in sorted(kinds, key=lambda name: (-len(name), name)):
        if _tells(name):
            names[name.split()[0]].append(name)
    common = set(_SMALL.findall(text))
    others = list(_occurrences(text, names, kinds, common))
    kept = [span for span in spans if not any(_covers(other, span) for other in _touching(others, span))]
    more = [other for other in others if not _touching(kept, other)]
    return sorted([*kept, *more], key=lambda span: span.start)


def _tells(name: str) -> bool:
    """Whether the name is long enough to be told from other words."""
    if not (name[0].isupper() or (name[0].isdigit() and " " in name)) or fold(name) in words("never"):
        return False
    if " " in name or name.isupper():
        return True
    return len(name) >= LEAST_CHARACTERS and not any(fold(name) in words(list_) for list_ in KINDS_OF_THINGS)


def _occurrences(
    text: str, names: Mapping[str, list[str]], kinds: Mapping[str, str], common: AbstractSet[str]
) -> Iterator[Span]:
    """Where the names stand; a word that the article writes small as well only where no sentence begins."""
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < end:
            continue
        for name in _starting(word.group(), names):
            stop = start + len(name)
            if (
                text.startswith(name, start)
                and not text[stop : stop + 1].isalnum()
                and (" " in name or _alone(text, start, stop))
                and (name.lower() not in common or not _begins(text, start))
            ):
                yield Span(start, stop, name, kinds[name], repeated=True)
                end = stop
                break


def _starting(word: str, names: Mapping[str, list[str]]) -> list[str]:
    """The names that begin with the word, whatever is written right behind it."""
    for length in range(len(word), 0, -1):
        if word[:length] in names:
            return names[word[:length]]
    return []


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a single word is no part of a longer name."""
    after = _AFTER.match(text, end)
    if after and fold(after.group(1)) not in words("never"):
        return False
    before = _BEFORE.search(text, max(0, start - MOST_CHARACTERS), start)
    if not before or not before.group(1)[0].isupper() or before.group(1)[-1] == ".":
        return True
    word = fold(before.group(1))
    return any(word in words(name) for name in ("titles", "roles", "never")) or _begins(text, before.start())


def _begins(text: str, start: int) -> bool:
    """Whether a line or a sentence begins here."""
    return text[max(0, start - MOST_CHARACTERS) : start].rstrip(" \"“'‘(")[-1:] in _ENDS


def _touching(spans: Sequence[Span], one: Span) -> Sequence[Span]:
    """Those of the spans, which are in order and apart, that share a character with the one."""
    first = bisect_right(spans, one.start, key=lambda span: span.end)
    last = bisect_left(spans, one.end, key=lambda span: span.start)
    return spans[first:last]


def _covers(one: Span, other: Span) -> bool:
    return one.start <= other.start and other.end <= one.end and one.end - one.start > other.end - other.start
