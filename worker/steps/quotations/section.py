"""The line through all of it."""

from collections.abc import Sequence
from typing import cast

from worker.model import Mention, Span
from worker.steps.entities import Entity
from worker.steps.quotations.draft import Draft
from worker.steps.quotations.gather import gather, kind
from worker.steps.quotations.page import Page, page
from worker.steps.quotations.quotation import Quotation, Speaker
from worker.steps.quotations.resolve import Resolver
from worker.steps.quotations.speakers import phrase
from worker.steps.step import Reading


def quotations(reading: Reading) -> tuple[Quotation, ...] | None:
    """The quotations of the article in order of place; they may stand within each other. None where there is none."""
    doc = reading.doc
    if not len(doc):
        return None
    read = doc[-1].idx + len(doc[-1].text_with_ws)  # doc.text is put together anew each time that it is asked for
    here = page(doc, reading.article.text[:read], reading.article.paragraphs)
    entities = cast("Sequence[Entity]", reading.sections.get("entities", ()))
    resolver = Resolver(here, entities)
    return tuple(_quotation(here, draft, resolver) for draft in gather(here)) or None


def _quotation(page: Page, draft: Draft, resolver: Resolver) -> Quotation:
    return Quotation(
        start=draft.start,
        end=draft.end,
        text=page.text[draft.start : draft.end],
        kind=kind(page, draft),
        cue=_mention(page, draft.cue) if draft.cue else None,
        speaker=_speaker(page, draft.speaker, resolver) if draft.speaker is not None else None,
        parts=tuple(Span(start=start, end=end) for start, end in draft.pieces) if len(draft.pieces) > 1 else (),
    )


def _speaker(page: Page, word: int, resolver: Resolver) -> Speaker:
    head = page.doc[word]
    start, end = page.place(*phrase(head))
    return Speaker(start=start, end=end, text=page.text[start:end], entity=resolver.entity(head))


def _mention(page: Page, place: tuple[int, int]) -> Mention:
    start, end = place
    return Mention(start=start, end=end, text=page.text[start:end])
