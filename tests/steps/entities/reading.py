"""Docs as a language model would have read them."""

import spacy
from spacy.tokens import Doc

from worker.model import Article
from worker.steps import Reading

NLP = spacy.blank("xx")
"""No English: the second reading of that would have a mind of its own."""


def reading(text: str, *names: tuple[str, str], title: str | None = None) -> Reading:
    """A Doc whose model has found `names`, one after the other, each with its type."""
    doc: Doc = NLP.make_doc(text)
    found, start = [], 0
    for name, kind in names:
        start = text.index(name, start)
        span = doc.char_span(start, start + len(name), label=kind, alignment_mode="expand")
        assert span is not None
        found.append(span)
        start += len(name)
    doc.ents = found
    return Reading(doc, Article(id="a", title=title, text=text, paragraphs=()))


def marked(text: str) -> Reading:
    """The text without its marks, as a model has read it that found what stands in marks: `[Ada Lovelace|PERSON]`."""
    plain, marks = "", []
    for part in text.split("["):
        name, bar, rest = part.partition("|")
        if not bar:
            plain += part
            continue
        kind, _, after = rest.partition("]")
        marks.append((len(plain), len(plain) + len(name), kind))
        plain += name + after
    doc: Doc = NLP.make_doc(plain)
    found = [doc.char_span(start, end, label=kind, alignment_mode="expand") for start, end, kind in marks]
    doc.ents = [span for span in found if span is not None]
    return Reading(doc, Article(id="a", text=plain, paragraphs=()))
