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
    for first, last, type_ in names:
        for line in _LINE.finditer(text, first, last):
            for start, end, kind in _parts(text, line.start(), line.end(), type_):
                if (not found or start >= found[-1].end) and (span := _bare(text, start, end, kind)):
                    found.append(span)
    return found


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
    name = text[start:end]
    if not any(character.isalpha() for character in name) or fold(name) in words("never"):
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
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
