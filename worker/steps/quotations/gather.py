"""Direct and reported speech brought together: each quotation once, its kind told by how much of it is in marks."""

from collections.abc import Iterator

from worker.steps.quotations.clauses import Claim, claims
from worker.steps.quotations.direct import drafts
from worker.steps.quotations.draft import Draft
from worker.steps.quotations.minds import minded
from worker.steps.quotations.nouns import said_by_noun
from worker.steps.quotations.page import Page
from worker.steps.quotations.quotation import QuotationKind
from worker.steps.quotations.sources import according

SAME = 0.5
"""Two spans that have so much in common are one quotation."""
DIRECT_SHARE, MIXED_SHARE = 0.85, 0.05
"""Of the characters within quotation marks."""
_NEAR = 2
_EDGES = " \t\r\n\u00a0,;:–—-."


def gather(page: Page) -> list[Draft]:
    """All quotations of the article, in order of place; none is reported within another one that is reported."""
    direct = drafts(page)
    reported = _outermost(list(_reported(page, direct)))
    left = [draft for draft in direct if not _goes_on(page, draft, reported)]
    return sorted([*left, *reported], key=lambda draft: (draft.start, -draft.end))


def kind(page: Page, draft: Draft) -> QuotationKind:
    """By the share of what is said that stands between quotation marks."""
    inside = sum(
        max(0, min(end, quote.end) - max(start, quote.start)) for start, end in draft.pieces for quote in page.quotes
    )
    share = inside / sum(end - start for start, end in draft.pieces)
    if share >= DIRECT_SHARE:
        return QuotationKind.DIRECT
    return QuotationKind.MIXED if share > MIXED_SHARE else QuotationKind.INDIRECT


def _reported(page: Page, direct: list[Draft]) -> Iterator[Draft]:
    """What the grammar finds, except where the verb is quoted itself, has its quotation already, or says the same."""
    used = {draft.cue for draft in direct}
    doc, lowers = page.doc, page.lowers
    for claim in (*claims(page.sites), *according(doc, lowers), *said_by_noun(doc, lowers), *minded(doc, lowers)):
        draft = _draft(page, claim)
        if draft is None or draft.cue in used or page.is_quoted(draft.cue_start):
            continue
        if not any(_alike(draft, other) for other in direct):
            yield draft


def _draft(page: Page, claim: Claim) -> Draft | None:
    """The claim as places of the text, within the paragraph of its cue, with the whole of the stretches it touches."""
    cue = page.place(claim.cue_start, claim.cue_end)
    first, last = page.bounds(cue[0])
    start, end = page.place(claim.start, claim.end)
    start, end = _trimmed(page.text, max(start, first), min(end, last))
    if start >= end:
        return None
    for quote in page.quotes_at(first):
        if quote.start < end + _NEAR and start < quote.end and not quote.start <= cue[0] < quote.end:
            start, end = min(start, quote.start), max(end, quote.end)
    return Draft([(start, end)], cue, claim.speaker)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    return start, end


def _alike(one: Draft, other: Draft) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common > 0 and common >= SAME * (max(one.end, other.end) - min(one.start, other.start))


def _outermost(reported: list[Draft]) -> list[Draft]:
    """Without those whose verb is part of what somebody else says."""
    kept: list[Draft] = []
    for draft in sorted(reported, key=lambda draft: draft.start - draft.end):
        if not any(other.start <= draft.cue_start < other.end for other in kept):
            kept.append(draft)
    return kept


def _goes_on(page: Page, draft: Draft, reported: list[Draft]) -> bool:
    """Join a quotation without a verb to the reported one that ends right before it: It was “a mess,” he said. “…”"""
    if draft.cue is not None:
        return False
    here = page.bounds(draft.start)
    for other in reported:
        ends_here = other.end <= other.cue_start < draft.start and page.bounds(other.start) == here
        if ends_here and page.sentences_between(other.cue_start, draft.start) == 1:
            other.pieces += draft.pieces
            return True
    return False
