"""Words in quotation marks: which of them are speech, by which verb, and of whom."""

from worker.steps.quotations.alone import is_sentence, standing_alone
from worker.steps.quotations.draft import Draft
from worker.steps.quotations.marks import Quoted
from worker.steps.quotations.page import Page
from worker.steps.quotations.tags import Around, around, attributed


def drafts(page: Page) -> list[Draft]:
    """The quotations of all paragraphs, in order; one that runs over several paragraphs is one."""
    made: list[Draft] = []
    for number, (start, _) in enumerate(page.paragraphs):
        stretches = page.quoted[number]
        before = page.quoted[number - 1] if number else ()
        runs_on = bool(before and stretches) and before[-1].open_ended and stretches[0].start == start
        if runs_on and made and made[-1].end == before[-1].end:
            made[-1].pieces.append((stretches[0].start, stretches[0].end))
            made += _paragraph(page, number, made, skip=1)
        else:
            made += _paragraph(page, number, made, skip=0)
    return made


def _paragraph(page: Page, number: int, before: list[Draft], skip: int) -> list[Draft]:
    """The quotations of one paragraph without its first `skip` stretches, which the last one before has taken."""
    made: list[Draft] = []
    (start, end), stretches = page.paragraphs[number], page.quoted[number]
    for place in range(skip, len(stretches)):
        quote = stretches[place]
        after = stretches[place + 1].start if place + 1 < len(stretches) else end
        near = around(page, quote, stretches[place - 1].end if place else start, after)
        draft = attributed(page, near)
        last = made[-1] if made else before[-1] if skip else None
        if last is not None and _goes_on(page, near, draft, last):
            last.pieces.append((quote.start, quote.end))
        elif draft is not None:
            made.append(draft)
        elif not near.lead and is_sentence(page, quote):
            made.append(standing_alone(page, quote, made, before))
    return made


def _goes_on(page: Page, near: Around, draft: Draft | None, last: Draft) -> bool:
    """Whether the stretch goes on with what was said before its verb: “…,” he said. “…”, or: “…,” he said, “…”."""
    quote: Quoted = near.quote
    if draft is not None:
        return draft.cue is not None and draft.cue == last.cue
    if near.lead or not page.text[last.end : quote.start].strip():
        return not near.lead
    return last.end <= last.cue_start and page.sentences_between(last.cue_start, quote.start) <= 1
