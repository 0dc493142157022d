"""Quoted stretches without a verb in their own sentence: of whoever was announced, or spoke last."""

from collections.abc import Sequence

from worker.steps.quotations.draft import Draft
from worker.steps.quotations.marks import Quoted
from worker.steps.quotations.page import Page
from worker.steps.quotations.tags import before_colon, first_subject, spoken_by

_SENTENCE_WORDS = 4
"""A stretch of fewer words that no verb goes with is a title, or meant ironically."""


def is_sentence(page: Page, quote: Quoted) -> bool:
    """Whether the stretch reads as somebody's sentence rather than a name or a word held at arm's length."""
    inner = page.text[quote.inner_start : quote.inner_end].rstrip()
    return len(inner.split()) >= _SENTENCE_WORDS and (inner[-1:] in set(".!?,…—") or quote.open_ended)


def standing_alone(page: Page, quote: Quoted, here: Sequence[Draft], before: Sequence[Draft]) -> Draft:
    """The stretch with its speaker: who spoke before it in the paragraph, else in the one before that.

    `here` and `before` are the quotations of its own paragraph and of those before.
    """
    pieces = [(quote.start, quote.end)]
    number = page.paragraph_of(quote.start)
    if here:
        return Draft(pieces, None, here[-1].speaker)
    if number < 1:
        return Draft(pieces)
    start, end = page.paragraphs[number - 1]
    words = page.words(start, end)
    if page.text[start:end].rstrip()[-1:] == ":":
        return _announced(page, pieces, _last_sentence(page, words))
    if before and before[-1].start >= start:
        return Draft(pieces, None, before[-1].speaker)
    return Draft(pieces, None, first_subject(page, _last_sentence(page, words)))


def _announced(page: Page, pieces: list[tuple[int, int]], words: range) -> Draft:
    found = [site for site in page.verbs(words) if site.cue.speech]
    if not found:
        return Draft(pieces, None, before_colon(page, words))
    verb = found[-1].token.i
    return Draft(pieces, page.place(verb, verb + 1), spoken_by(page, found[-1], words))


def _last_sentence(page: Page, words: range) -> range:
    stop = page.last_stop(words[:-2])
    return words if stop is None else range(stop + 1, words.stop)
