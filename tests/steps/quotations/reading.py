"""A text as the worker reads it: with the language model that ships, its entities and its quotations."""

import re
from dataclasses import dataclass
from functools import cache

from spacy.language import Language

from worker.model import Article, Paragraph
from worker.nlp import load
from worker.settings import Nlp
from worker.steps import Reading, enabled
from worker.steps.entities import Entity, entities
from worker.steps.quotations import Quotation, quotations


@dataclass(frozen=True, slots=True)
class Read:
    """What was found."""

    quotations: tuple[Quotation, ...]
    entities: tuple[Entity, ...]

    @property
    def rows(self) -> list[tuple[str, str | None, str | None, str]]:
        """Kind, speaker, cue and words of each quotation."""
        return [
            (q.kind.value, q.speaker.text if q.speaker else None, q.cue.text if q.cue else None, q.text)
            for q in self.quotations
        ]

    @property
    def speakers(self) -> list[str | None]:
        """The name of the entity that speaks, for each quotation."""
        names = {entity.id: entity.name for entity in self.entities}
        return [names.get(q.speaker.entity or "") if q.speaker else None for q in self.quotations]


@cache
def model() -> Language:
    """The shipped pipeline with the pipes that the step asks for."""
    (step,) = enabled(["quotations"])
    return load(Nlp(), step.pipes)


def article(text: str) -> Article:
    """An article whose paragraphs are the lines of the text."""
    lines = re.finditer(r"[^\n]+", text)
    return Article(id="a", text=text, paragraphs=tuple(Paragraph(start=m.start(), end=m.end()) for m in lines))


def read(text: str) -> Read:
    """The quotations of a text, with the entities that they refer to."""
    doc, about = model()(text), article(text)
    found = entities(Reading(doc, about)) or ()
    return Read(quotations(Reading(doc, about, {"entities": found})) or (), found)
