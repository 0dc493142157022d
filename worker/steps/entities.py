"""Who and where: the names in the text, one entity for each way of writing a name."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from worker.model import Mention
from worker.steps.step import Reading

# OntoNotes types that are values rather than names.
VALUES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
_EDGES = ' \t\r\n\u00a0"“”„«»‘`,;:'
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something that the article names. `type` is OntoNotes' (PERSON, ORG, GPE, LOC, FAC, NORP, EVENT …)."""

    id: str
    type: str
    name: str
    mentions: tuple[Mention, ...]


def entities(reading: Reading) -> tuple[Entity, ...] | None:
    """One entity for each surface form, in order of first mention; its type is the one that most mentions have."""
    text = reading.article.text  # doc.text is put together anew each time that it is asked for
    found: dict[str, list[tuple[Mention, str]]] = {}
    for span in reading.doc.ents:
        if span.label_ not in VALUES:
            for mention in _mentions(text, span):
                found.setdefault(" ".join(mention.text.split()), []).append((mention, span.label_))
    return tuple(_entity(number, name, seen) for number, (name, seen) in enumerate(found.items(), 1)) or None


def _entity(number: int, name: str, seen: list[tuple[Mention, str]]) -> Entity:
    kinds = Counter(kind for _, kind in seen)  # most_common keeps the order of first appearance in a tie
    return Entity(
        id=f"e{number}", type=kinds.most_common(1)[0][0], name=name, mentions=tuple(mention for mention, _ in seen)
    )


def _mentions(text: str, span: Span) -> Iterator[Mention]:
    """The bare name, without article, possessive and quotation marks; one a line where it runs over several."""
    for line in _LINE.finditer(text, span.start_char, span.end_char):
        start, end = _trim(text, line.start(), line.end())
        if article := _ARTICLE.match(text, start, end):
            start = article.end()
        if possessive := _POSSESSIVE.search(text, start, end):
            end = possessive.start()
        start, end = _trim(text, start, end)
        if any(character.isalnum() for character in text[start:end]):
            yield Mention(start=start, end=end, text=text[start:end])


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
