"""The verb of saying beside a quoted stretch, and who its subject is: “…,” she told reporters."""

from dataclasses import dataclass

from spacy.tokens import Token

from worker.steps.quotations.clauses import Site
from worker.steps.quotations.draft import Draft
from worker.steps.quotations.marks import Quoted
from worker.steps.quotations.page import Page
from worker.steps.quotations.speakers import subject

_REACH = 30
"""Tokens between a quotation and its verb: a name with its office and age is shorter than this."""
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
_BETWEEN_NAME_AND_VERB = frozenset({"ADV", "AUX", "PART", "PUNCT"})
_BEFORE_NAME = frozenset({"DET", "ADJ", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Around:
    """The tokens of its own sentence before and after a quoted stretch, up to the stretches beside it."""

    quote: Quoted
    lead: range
    tail: range


def around(page: Page, quote: Quoted, prior: int, after: int) -> Around:
    """What stands around the stretch within [prior, after), where the stretches beside it end and begin."""
    lead = page.words(prior, quote.start)
    stop = page.last_stop(lead)
    if stop is not None:
        lead = range(stop + 1, lead.stop)
    tail = page.words(quote.end, after)
    ended = page.text[quote.inner_end - 1 : quote.inner_end] == "."
    if ended and tail and page.doc[tail.start].text not in {",", "—", "–", "-"}:
        tail = tail[:0]
    stop = page.stop(tail)
    return Around(quote, lead, tail if stop is None else range(tail.start, stop))


def attributed(page: Page, near: Around) -> Draft | None:
    """The stretch as what a verb in its own sentence says; None where no verb there does."""
    quote, lead, tail = near.quote, near.lead, near.tail
    before = next((site for site in reversed(page.verbs(lead[-_REACH:])) if site.cue.speech), None)
    after = next((s for s in page.verbs(tail[:_REACH]) if s.cue.speech and s.token.tag_ != "VBG"), None)
    if not lead:
        return _said(page, quote.start, quote.end, after, tail) if after else None
    last = page.doc[lead[-1]].text
    if last in {",", ":"} or (before and before.token.i == lead[-1]):
        if before:
            return _said(page, quote.start, quote.end, before, lead)
        if last == ":" and not after:
            return Draft([(quote.start, quote.end)], None, before_colon(page, lead))
        return _said(page, page.starts[lead.start], quote.end, after, tail) if after else None
    if after and not before and page.text[quote.inner_end - 1 : quote.inner_end] in {",", "?", "!"}:
        return _said(page, page.starts[lead.start], quote.end, after, tail)
    return None


def spoken_by(page: Page, site: Site, words: range) -> int | None:
    """The token at the head of the speaker's phrase: the verb's subject, else the noun that stands beside the verb."""
    verb = site.token
    speaker = _subject_of_main(page, verb, words) or subject(verb)
    if speaker is None or page.is_quoted(speaker.idx) or speaker.lower_ in {"that", "which"}:
        return _beside(page, verb.i, words)
    return speaker.i


def before_colon(page: Page, words: range) -> int | None:
    """The name right before a colon, as interviews and digests have it; else the subject of the sentence."""
    if len(words) > 1 and page.doc[words[-2]].pos_ == "PROPN":
        return words[-2]
    return first_subject(page, words)


def first_subject(page: Page, words: range) -> int | None:
    """The first subject among these words, else the first name of somebody."""
    for i in words:
        if page.doc[i].dep_ in {"nsubj", "nsubjpass"}:
            return i
    return next((i for i in words if page.doc[i].ent_type_ in {"PERSON", "ORG"}), None)


def _said(page: Page, start: int, end: int, site: Site, words: range) -> Draft:
    return Draft([(start, end)], page.place(site.token.i, site.token.i + 1), spoken_by(page, site, words))


def _subject_of_main(page: Page, verb: Token, words: range) -> Token | None:
    """For "saying" after a clause that the parser hung it on: "The aide said she must choose, saying …"."""
    if verb.tag_ != "VBG" or verb.head.i not in words or verb.head.i in page.site_words:
        return None
    main = next((site.token for site in page.verbs(words) if site.token.tag_ in _FINITE), None)
    return subject(main) if main is not None and main.i < verb.i else None


def _beside(page: Page, cue: int, words: range) -> int | None:
    """Where the parse has no subject: the noun right before the verb, else the one right after it."""
    doc = page.doc
    for i in range(cue - 1, words.start - 1, -1):
        if doc[i].pos_ in _NOMINAL:
            return i
        if doc[i].pos_ not in _BETWEEN_NAME_AND_VERB:
            break
    found: int | None = None
    for i in range(cue + 1, words.stop):
        if doc[i].pos_ in _NOMINAL:
            found = i
        elif found is not None or doc[i].pos_ not in _BEFORE_NAME:
            break
    return found
