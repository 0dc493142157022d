"""What the article is about: its telling words and phrases.

Counting, not meaning: a word tells more the more often it stands in the article, the sooner it comes, the longer it
is (long words are rare words, in most languages), and when it is in the title. What is particular to a language is
spaCy's list of its stop words. The constants were chosen on newspaper articles whose readers marked the telling words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from spacy.tokens import Doc

from worker.model import Mention
from worker.steps.step import Reading

MOST = 20
LEAST_CHARACTERS = 3
MOST_CHARACTERS = 40
FREQUENCY_POWER = 0.8
LENGTH_BASE, LENGTH_BOUND = 1.25, 12
POSITION_SCALE, POSITION_POWER = 20, -0.2
TITLE_FACTOR = 1.5
PHRASE_FACTOR = 0.5
"""Readers mark single words more often than the phrases that they are part of."""

_ATTRIBUTES: list[int | str] = ["IS_ALPHA", "IS_STOP", "LENGTH", "IDX", "SPACY"]
_LETTERS = re.compile(r"\w+")
K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyphrase:
    """A telling word or phrase as first written; `score` is relative to the article's most telling one, which has 1."""

    text: str
    score: float
    mentions: tuple[Mention, ...]


class _Word(NamedTuple):
    """A telling word: where in the text it stands, and whether a space follows it."""

    start: int
    end: int
    text: str
    spaced: bool

    @property
    def key(self) -> str:
        """The same for a word and its plural, in the languages that add an s."""
        word = self.text.lower()
        return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > LEAST_CHARACTERS else word


@dataclass(slots=True)
class _Candidate:
    """Where a word, in all its forms, or a phrase stands."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    weight: float = 0.0


def keyphrases(reading: Reading) -> tuple[Keyphrase, ...] | None:
    """The most telling words, and phrases of two words that are repeated, best first; None where there is no word."""
    text, words, phrases = reading.article.text, dict[str, _Candidate](), dict[tuple[str, str], _Candidate]()
    for left, right in _neighbours(reading.doc, text):
        _add(words, right.key, right.start, right.end)
        if left is not None:
            _add(phrases, (left.key, right.key), left.start, right.end)
    title = {_Word(0, 0, word, spaced=False).key for word in _LETTERS.findall(reading.article.title or "")}
    _weigh(words, phrases, title, max(1, len(reading.doc.text)))
    repeated = [phrase for phrase in phrases.values() if len(phrase.spans) > 1]
    # Python's sort is stable: of equal weights, the word that stands first comes first.
    best = sorted([*words.values(), *repeated], key=lambda candidate: -candidate.weight)[:MOST]
    return tuple(_keyphrase(candidate, text, best[0].weight) for candidate in best) or None


def _neighbours(doc: Doc, text: str) -> Iterator[tuple[_Word | None, _Word]]:
    """The telling words, each with the one right before it where the two can be a phrase."""
    before: _Word | None = None
    # One call for all tokens: asking each of them is five times slower.
    for alphabetic, stop, length, start, spaced in doc.to_array(_ATTRIBUTES).tolist():
        if stop or not alphabetic or not LEAST_CHARACTERS <= length <= MOST_CHARACTERS:
            before = None
            continue
        word = _Word(start, start + length, text[start : start + length], spaced)
        # "Lavrov said" is no phrase: both words are written large, or neither.
        alike = before is not None and before.spaced and before.text[0].isupper() == word.text[0].isupper()
        yield (before if alike else None), word
        before = word


def _add(found: dict[K, _Candidate], key: K, start: int, end: int) -> None:
    found.setdefault(key, _Candidate()).spans.append((start, end))


def _weigh(
    words: dict[str, _Candidate], phrases: dict[tuple[str, str], _Candidate], title: set[str], length: int
) -> None:
    for key, word in words.items():
        start, end = word.spans[0]
        word.weight = (
            len(word.spans) ** FREQUENCY_POWER
            * LENGTH_BASE ** min(end - start, LENGTH_BOUND)
            * (1 + POSITION_SCALE * start / length) ** POSITION_POWER
            * (TITLE_FACTOR if key in title else 1)
        )
    for (left, right), phrase in phrases.items():
        most = max(len(words[left].spans), len(words[right].spans))
        phrase.weight = PHRASE_FACTOR * max(words[left].weight, words[right].weight) * len(phrase.spans) / most


def _keyphrase(candidate: _Candidate, text: str, best: float) -> Keyphrase:
    mentions = tuple(Mention(start=start, end=end, text=text[start:end]) for start, end in candidate.spans)
    return Keyphrase(text=mentions[0].text, score=round(candidate.weight / best, 4), mentions=mentions)
