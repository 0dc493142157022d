"""What the article is about: its telling words and phrases.

Counting, not meaning: a word tells more the more often it stands in the article, the sooner it comes, the longer it
is (long words are rare words, in most languages), and when it is in the title. What is particular to a language is
spaCy's list of its stop words. The constants were chosen on newspaper articles whose readers marked the telling words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from spacy.tokens import Doc, Token

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

_WORD = re.compile(r"\w+")
K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyphrase:
    """A telling word or phrase as first written; `score` is relative to the article's most telling one, which has 1."""

    text: str
    score: float
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class _Candidate:
    """Where a word, in all its forms, or a phrase stands."""

    position: float
    mentions: list[Mention] = field(default_factory=list)
    weight: float = 0.0


def keyphrases(reading: Reading) -> tuple[Keyphrase, ...] | None:
    """The most telling words, and phrases of two words that are repeated, best first; None where there is no word."""
    words: dict[str, _Candidate] = {}
    phrases: dict[tuple[str, str], _Candidate] = {}
    text, length = reading.article.text, max(1, len(reading.doc))
    for left, right in _neighbours(reading.doc):
        _add(words, _key(right.lower_), _mention(text, right, right), right.i / length)
        if left is not None:
            key = _key(left.lower_), _key(right.lower_)
            _add(phrases, key, _mention(text, left, right), left.i / length)
    _weigh(words, phrases, {_key(word.lower()) for word in _WORD.findall(reading.article.title or "")})
    repeated = [phrase for phrase in phrases.values() if len(phrase.mentions) > 1]
    # Python's sort is stable: of equal weights, the word that stands first comes first.
    best = sorted([*words.values(), *repeated], key=lambda candidate: -candidate.weight)[:MOST]
    return tuple(_keyphrase(candidate, best[0].weight) for candidate in best) or None


def _neighbours(doc: Doc) -> Iterator[tuple[Token | None, Token]]:
    """The telling words, each with the one right before it where the two can be a phrase."""
    before: Token | None = None
    for token in doc:
        if not (LEAST_CHARACTERS <= len(token) <= MOST_CHARACTERS and token.is_alpha and not token.is_stop):
            before = None
            continue
        # "Lavrov said" is no phrase: both words are written large, or neither.
        alike = before is not None and before.whitespace_ and before.text[0].isupper() == token.text[0].isupper()
        yield (before if alike else None), token
        before = token


def _mention(text: str, first: Token, last: Token) -> Mention:
    start, end = first.idx, last.idx + len(last)
    return Mention(start=start, end=end, text=text[start:end])


def _add(found: dict[K, _Candidate], key: K, mention: Mention, position: float) -> None:
    found.setdefault(key, _Candidate(position)).mentions.append(mention)


def _weigh(words: dict[str, _Candidate], phrases: dict[tuple[str, str], _Candidate], title: set[str]) -> None:
    for key, word in words.items():
        word.weight = (
            len(word.mentions) ** FREQUENCY_POWER
            * LENGTH_BASE ** min(len(word.mentions[0].text), LENGTH_BOUND)
            * (1 + POSITION_SCALE * word.position) ** POSITION_POWER
            * (TITLE_FACTOR if key in title else 1)
        )
    for (left, right), phrase in phrases.items():
        part = max(words[left], words[right], key=lambda word: word.weight)
        most = max(len(words[left].mentions), len(words[right].mentions))
        phrase.weight = PHRASE_FACTOR * part.weight * len(phrase.mentions) / most


def _key(word: str) -> str:
    """A word and its plural are one, in the languages that add an s."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > LEAST_CHARACTERS else word


def _keyphrase(candidate: _Candidate, best: float) -> Keyphrase:
    mentions = tuple(candidate.mentions)
    return Keyphrase(text=mentions[0].text, score=round(candidate.weight / best, 4), mentions=mentions)
