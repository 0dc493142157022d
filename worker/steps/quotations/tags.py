"""The verb of saying beside a quoted stretch, and who its subject is: “…,” she told reporters."""

from dataclasses import dataclass

from worker.steps.quotations.clauses import Site
from worker.steps.quotations.draft import Draft
from worker.steps.quotations.marks import Quoted
from worker.steps.quotations.page import Page
from worker.steps.quotations.speakers import subject

_REACH = 30
"""Tokens between a quotation and its verb: a name with its office and age is shorter than this."""
_SMALL = 3
_LABEL = 4
"""So few tokens before a colon are the label of a speaker."""
_NAMING = frozenset({"read", "write", "sing", "call", "dub", "post", "quote"})
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
_BETWEEN_NAME_AND_VERB = frozenset({"ADV", "AUX", "PART", "PUNCT"})
_BEFORE_NAME = frozenset({"DET", "ADJ", "NUM"})


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
        return _said(page, quote.start, _end_of_clause(page, near, after), after, tail) if after else None
    last = page.doc[lead[-1]].text
    adjacent = before is not None and before.token.i == lead[-1]
    if (
        adjacent
        and before
        and before.cue.lemma in _NAMING
        and _is_title(page.text[quote.inner_start : quote.inner_end])
    ):
        return None
    if last in {",", ":"} or adjacent:
        if before:
            return _said(page, quote.start, quote.end, before, lead)
        if last == ":" and not after:
            return Draft([(quote.start, quote.end)], None, before_colon(page, lead))
        return _said(page, page.starts[lead.start], quote.end, after, tail) if after else None
    if after and not before and page.text[quote.inner_end - 1 : quote.inner_end] in {",", "?", "!"}:
        return _said(page, page.starts[lead.start], quote.end, after, tail)
    return None


def _end_of_clause(page: Page, near: Around, tag: Site) -> int:
    """The stretch's end, or that of a clause that goes on behind it: “Most of it is” done, he said."""
    inner_end, first = near.quote.inner_end, page.doc[near.tail.start]
    if page.text[inner_end - 1] in ",.?!…—-" or first.is_punct:
        return near.quote.end
    comma = next((i for i in range(near.tail.start, tag.token.i) if page.doc[i].text == ","), None)
    return near.quote.end if comma is None else page.place(comma - 1, comma)[1]


def _is_title(inner: str) -> bool:
    """Whether the words are written as titles are: all but the small ones large, and no stop."""
    words = inner.split()
    return inner[-1:] not in {".", "!", "?", ","} and all(word[0].isupper() or len(word) <= _SMALL for word in words)


def spoken_by(page: Page, site: Site, words: range) -> int | None:
    """The token at the head of the speaker's phrase: the verb's subject, else the noun that stands beside the verb."""
    verb = site.token
    speaker = subject(verb)
    if speaker is None or page.is_quoted(speaker.idx) or speaker.lower_ in {"that", "which"}:
        return _beside(page, verb.i, words)
    return speaker.i


def before_colon(page: Page, words: range) -> int | None:
    """The name right before a colon, as interviews and digests have it; else the subject of the sentence."""
    if len(words) > 1 and (len(words) <= _LABEL or page.doc[words[-2]].pos_ == "PROPN"):
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
        elif doc[i].text != "-" and doc[i].pos_ not in _BEFORE_NAME:
            break
    return found
