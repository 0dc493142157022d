"""Reading a text."""

from spacy.language import Language
from spacy.tokens import Doc, Span

ONTONOTES = {"PER": "PERSON"}
"""WikiNER's LOC and ORG are OntoNotes' too; its MISC has no counterpart and keeps its name."""


def read(nlp: Language, text: str) -> Doc:
    """The text as the pipeline reads it; call this within its `zone`, outside of which the Doc is invalid.

    Entities bear OntoNotes' names for types: the pipelines for most other languages were taught WikiNER's.
    """
    doc = nlp(text)
    if any(span.label_ in ONTONOTES for span in doc.ents):
        doc.set_ents([Span(doc, e.start, e.end, label=ONTONOTES.get(e.label_, e.label_)) for e in doc.ents])
    return doc


def cut(text: str, max_characters: int) -> str:
    """The text's first `max_characters` at most, ended at a paragraph, else at a space, where one is near enough."""
    if len(text) <= max_characters:
        return text
    least = max_characters // 2
    for separator in ("\n\n", "\n", " "):
        if (end := text.rfind(separator, least, max_characters + 1)) > 0:
            return text[:end]
    return text[:max_characters]
