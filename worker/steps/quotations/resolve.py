"""Which entity a speaker is: by name, by office, by pronoun."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from worker.steps.entities import Entity
from worker.steps.quotations.page import Page
from worker.steps.quotations.people import gender, office
from worker.steps.quotations.speakers import name_end

_GENDERS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_WORD = re.compile(r"[\w’'&-]+\.?")
_BEHIND = re.compile(r",\s([^;:()\n]{2,120}?)(?:[,;:)\n.]|$)")
_SMALL = frozenset(
    {"the", "a", "an", "of", "for", "and", "its", "his", "her", "their", "our", "this", "that", "in", "at"}
)
REACH = 4
"""A pronoun looks back so many paragraphs."""
_SUBJECT_BONUS = 1.5
_SPEAKER_BONUS = 1.0


class _Named(NamedTuple):
    """A mention with the entity that it belongs to."""

    start: int
    end: int
    entity: Entity


class Resolver:
    """The entities of one article; asked for the speakers in order of place, it remembers who spoke last."""

    def __init__(self, page: Page, entities: Sequence[Entity]) -> None:
        self._page = page
        self._named = sorted(
            (_Named(m.start, m.end, entity) for entity in entities for m in entity.mentions), key=lambda n: n[:2]
        )
        self._starts = [named.start for named in self._named]
        self._full = _full_names(entities)
        self._spoke: dict[str, int] = {}
        self._words: dict[int, set[str]] = {}

    def entity(self, head: Token) -> str | None:
        """The id of the entity that the phrase around this word names or stands for."""
        found = self._find(head)
        if found is not None:
            self._spoke[found.id] = head.idx
        return found.id if found else None

    def _find(self, head: Token) -> Entity | None:
        last = head.doc[name_end(head) - 1]
        if (named := self._at(last) or self._at(head)) is not None:
            return named
        if head.lower_ in _GENDERS:
            return self._pronoun(head.idx, _GENDERS[head.lower_])
        if head.lower_ in _RELATIVE:
            return self._antecedent(head)
        for child in head.rights:
            if child.dep_ == "appos" and (named := self._at(child)) is not None and named.type == "PERSON":
                return named
        if head.text[:1].isupper() and (bearer := self._bearer(head)) is not None:
            return bearer
        described = head.text.islower() or head.left_edge.lower_ == "the"
        return self._role(head) if described and head.pos_ in {"NOUN", "PROPN"} else None

    def _at(self, word: Token) -> Entity | None:
        """The entity whose mention covers the word, under its full name."""
        at = bisect_right(self._starts, word.idx) - 1
        if at >= 0 and word.idx < self._named[at].end:
            entity = self._named[at].entity
            return self._full.get(entity.name, entity)
        return None

    def _bearer(self, head: Token) -> Entity | None:
        """Whom the word is the last name of, where the language model saw no name here."""
        for named in self._named:
            if self._page.text[named.start : named.end].rpartition(" ")[2] == head.text:
                return self._full.get(named.entity.name, named.entity)
        return None

    def _antecedent(self, head: Token) -> Entity | None:
        clause = head.head
        if clause.dep_ == "relcl" and clause.head.i < head.i:
            return self._find(clause.head)
        return None

    def _pronoun(self, place: int, who: str) -> Entity | None:
        """The person before that fits best: near, a subject, one who spoke."""
        best: tuple[float, int] | None = None
        chosen: Entity | None = None
        reach = self._paragraph(place) - REACH
        for at in range(bisect_right(self._starts, place) - 1, -1, -1):
            named = self._named[at]
            if self._paragraph(named.start) < reach:
                break
            entity = self._full.get(named.entity.name, named.entity)
            if entity.type != "PERSON" or self._gender(entity) not in {None, who} or self._page.is_quoted(named.start):
                continue
            weight = (self._weight(named, entity, place), named.start)
            if best is None or weight > best:
                best, chosen = weight, entity
        return chosen

    def _weight(self, named: _Named, entity: Entity, place: int) -> float:
        words = self._page.words(named.start, named.end)
        subject = any(self._page.doc[i].dep_ in {"nsubj", "nsubjpass"} for i in words)
        spoke = self._spoke.get(entity.id, -1) >= named.start
        distance = self._page.sentences_between(named.start, place)
        return _SUBJECT_BONUS * subject + _SPEAKER_BONUS * spoke - distance

    def _paragraph(self, place: int) -> int:
        return self._page.paragraph_of(place)

    def _gender(self, entity: Entity) -> str | None:
        for mention in entity.mentions:
            before = self._page.text[max(0, mention.start - 12) : mention.start].split()
            if found := gender(mention.text, before[-1] if before else ""):
                return found
        return None

    def _role(self, head: Token) -> Entity | None:
        """The person beside whose name these words stand; the one named last, where there are several."""
        start, end = head.left_edge.idx, head.idx + len(head)
        wanted = {office(w) for w in _WORD.findall(self._page.text[start:end])} - _SMALL
        if not wanted:
            return None
        for at in range(bisect_right(self._starts, head.idx) - 1, -1, -1):
            named = self._named[at]
            if named.entity.type == "PERSON" and wanted <= self._beside(named):
                return self._full.get(named.entity.name, named.entity)
        return None

    def _beside(self, named: _Named) -> set[str]:
        """The words that say who it is: those before the name and those in apposition to it."""
        if named.start not in self._words:
            self._words[named.start] = self._words_beside(named)
        return self._words[named.start]

    def _words_beside(self, named: _Named) -> set[str]:
        words = self._page.words(named.start, named.end)
        behind = _BEHIND.match(self._page.text, named.end)
        found = _WORD.findall(behind.group(1) if behind else "")
        if words:
            head = self._page.doc[words.start : words.stop].root
            nouns = (head, head.head) if head.dep_ == "appos" else (head,)  # "the Vice President, Mike Pence"
            for noun in nouns:
                found += _WORD.findall(self._page.text[noun.left_edge.idx : noun.idx + len(noun)])
        for description in getattr(named.entity, "descriptions", ()):
            found += _WORD.findall(description)
        return {office(word) for word in found}


def _full_names(entities: Sequence[Entity]) -> dict[str, Entity]:
    """The person of full name for each surname that stands alone, as an entity of its own, and that only one bears."""
    bearers: dict[str, list[Entity]] = {}
    for entity in entities:
        parts = entity.name.split()
        if entity.type == "PERSON" and len(parts) > 1:
            bearers.setdefault(parts[-1], []).append(entity)
    return {
        entity.name: bearers[entity.name][0]
        for entity in entities
        if " " not in entity.name and len(bearers.get(entity.name, ())) == 1
    }
