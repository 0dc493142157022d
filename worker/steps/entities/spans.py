"""The bare names in what a model marked."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from worker.steps.entities.fold import fold
from worker.steps.entities.lexicon import words

# OntoNotes types that are values rather than names.
VALUES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
_EDGES = ' \t\r\n\u00a0"“”„«»‘`,;:'
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\S+")
_LINK = re.compile(r"\s(?:of|for)(?: the)?\s?$")
_HYPHENS = "-‐‑"
_SMALL_LEAD = re.compile(r"[^\W\d_]+\s+(?=[^\W\d_a-z])")
_DOUBLE_NAME = re.compile(r"[-‐‑][^\W\d_a-z][\w’']+")
_GIVEN_NAME_ENDS = re.compile(r"[^\W\d_]+")
_MORE_NAME = re.compile(r"(?:[ \u00a0](?:[A-Z]\.|[^\W\d_a-z][\w’'-]+))+")

Name = tuple[int, int, str]
"""First character, end and type of what may be a name with more around it."""


class Span(NamedTuple):
    """A name in the text with its type, which the model gave it, or which it has elsewhere where it is `repeated`."""

    start: int
    end: int
    text: str
    kind: str
    repeated: bool = False


def model_names(doc: Doc) -> list[Name]:
    """The model's entities that are no values."""
    return [(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ not in VALUES]


def spans(text: str, names: Iterable[Name]) -> list[Span]:
    """The bare names, in order, none over another."""
    found: list[Span] = []
    for first, last, type_ in _joined(text, names):
        for line in _LINE.finditer(text, first, last):
            for start, end, kind in _parts(text, line.start(), line.end(), type_):
                if (not found or start >= found[-1].end) and (span := _bare(text, start, end, kind)):
                    found.append(span)
    return found


def _joined(text: str, names: Iterable[Name]) -> Iterator[Name]:
    """The names with their hyphenated words whole; what ends in "of the" is one with the name right behind it."""
    before: Name | None = None
    for first, last, type_ in names:
        start, end = _hyphenated(text, first, last, type_)
        if before and before[1] <= start <= before[1] + 1 and _LINK.search(text, before[0], start):
            before = before[0], end, before[2]
            continue
        if before:
            yield before
        before = start, end, type_
    if before:
        yield before


def _hyphenated(text: str, start: int, end: int, kind: str) -> tuple[int, int]:
    """The stretch as it is meant where the model splits at hyphens: Frédéric Salat-Baroux, the US-led [Iraq War]."""
    if text[max(0, start - 1) : start] in tuple(_HYPHENS) and (small := _SMALL_LEAD.match(text, start, end)):
        start = small.end() if text[start].islower() else start
    if kind == "PERSON" and " " in text[start:end]:
        pattern = _GIVEN_NAME_ENDS if text[end - 1] in _HYPHENS else _DOUBLE_NAME
        if more := pattern.match(text, end):
            end = more.end()
    return start, end


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without article, possessive, quotation marks and spaces around."""
    start, end = _trim(text, start, end)
    if article := _ARTICLE.match(text, start, end):
        start = article.end()
    if possessive := _POSSESSIVE.search(text, start, end):
        end = possessive.start()
    return _trim(text, start, end)


def _parts(text: str, start: int, end: int, kind: str) -> Iterator[tuple[int, int, str]]:
    """The stretch in two where somebody's role stands between a name and a name: what leads to it, and who has it."""
    pieces = list(_WORD.finditer(text, start, end))
    roles = [n for n, piece in enumerate(pieces) if fold(piece.group()) in words("cutting")]
    if not roles or roles[-1] + 1 >= len(pieces) or not text[pieces[roles[-1] + 1].start()].isupper():
        yield start, end, kind
        return
    if roles[0] and kind != "PERSON":
        yield start, pieces[roles[0] - 1].end(), kind
    more = _MORE_NAME.match(text, end)
    yield pieces[roles[-1] + 1].start(), more.end() if more else end, "PERSON"


def _bare(text: str, start: int, end: int, kind: str) -> Span | None:
    start, end = bare(text, start, end)
    if kind == "PERSON":
        start = _without_titles(text, start, end)
    if (bracket := text.find(" (", start, end)) > 0 and text.find(")", bracket, end) < 0:
        end = bracket
    if link := _LINK.search(text, start, end):
        end = link.start()
    name = text[start:end]
    if not any(character.isalpha() for character in name) or fold(name) in words("never") | words("illnesses"):
        return None
    return Span(start, end, name, kind)


def _without_titles(text: str, start: int, end: int) -> int:
    """Where the name begins behind the forms of address; at the start where nothing else is left."""
    for word in _WORD.finditer(text, start, end):
        if fold(word.group()) not in words("titles"):
            return word.start()
    return start


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES + _HYPHENS:
        end -= 1
    return start, end
