"""Texts whose names are marked as a model would: `[GPE Paris] is in [LOC Europe].`"""

import re

import spacy
from spacy.language import Language
from spacy.tokens import Span

from worker.model import Article
from worker.steps import Reading
from worker.steps.entities import consolidated
from worker.steps.entities.spans import model_names
from worker.steps.places import Place, mark_toponyms, places

MARKED = re.compile(r"\[([A-Z_]+) ([^\]]+)\]")
ENGLISH = spacy.blank("en")


def reading(marked: str, nlp: Language = ENGLISH) -> Reading:
    """The text without its marks, and the entities that they say."""
    text = MARKED.sub(r"\2", marked)
    doc, spans, removed = nlp(text), list[Span](), 0
    for mark in MARKED.finditer(marked):
        start = mark.start() - removed
        span = doc.char_span(start, start + len(mark[2]), label=mark[1], alignment_mode="expand")
        assert span is not None
        spans.append(span)
        removed += len(mark[0]) - len(mark[2])
    doc.set_ents(spans)
    return Reading(doc, Article(id="a", text=text, paragraphs=()))


def toponyms(marked: str) -> dict[str, str]:
    """What is marked as a place once the gazetteer has been asked, with its label."""
    read = reading(marked)
    mark_toponyms(read)
    return {span.text: span.label_ for span in read.doc.ents if span.label_ in {"GPE", "LOC", "FAC"}}


def placed(marked: str) -> dict[str, Place]:
    """The places of the text by the names of their entities, without asking the gazetteer for more."""
    read = reading(marked)
    # The second reader of English names is left out: what is marked is what is named.
    named = consolidated(read.article.text, read.article.title, model_names(read.doc))
    found = places(Reading(read.doc, read.article, {"entities": named})) or ()
    names = {entity.id: entity.name for entity in named}
    return {names[place.entity]: place for place in found}
