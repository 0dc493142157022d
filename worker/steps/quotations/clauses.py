"""What is said, thought or judged without quotation marks, found where the grammar puts it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from worker.steps.quotations.lexicon import Cue, verbs
from worker.steps.quotations.speakers import subject

_CIRCUMSTANCE = frozenset({"after", "as", "when", "while", "although", "though", "because", "since", "before", "until"})
_COMMAS = frozenset({",", '"', "”", "''"})
_GOES_ON = frozenset({"said", "says", "added", "adds", "told", "tells", "argued", "insisted", "noted", "predicted"})
_ABOUT_IT = frozenset({"prep", "oprd", "acomp", "dative", "xcomp"})


class Site(NamedTuple):
    """A verb of the lexicon where it stands."""

    token: Token
    cue: Cue


class Claim(NamedTuple):
    """Somebody's words in token numbers: from `start` up to `end`, the cue, the head of the speaker's phrase."""

    start: int
    end: int
    cue_start: int
    cue_end: int
    speaker: int | None


def sites(doc: Doc) -> list[Site]:
    """The verbs that may tell of speech, in order."""
    known = verbs()
    return [
        Site(token, cue)
        for token in doc
        if (cue := known.get(token.lower_)) is not None and token.tag_.startswith("VB") and token.dep_ != "amod"
    ]


def claims(found: Sequence[Site]) -> Iterator[Claim]:
    """What each of the verbs says, by the first of the ways in which it can say something."""
    for site in found:
        content = _content(site)
        if content is None or content[0] >= content[1]:
            continue
        start, end = content
        verb, speaker = site.token, subject(site.token)
        if speaker is not None and start <= speaker.i < end and not start <= verb.i < end:
            speaker = None
        if speaker is None and end <= verb.i:
            continue  # what stands before a verb without a subject is most likely its subject, misread
        yield Claim(start, end, verb.i, verb.i + 1, None if speaker is None else speaker.i)


def _content(site: Site) -> tuple[int, int] | None:
    verb, cue = site
    parts: dict[str, Token] = {}
    for child in verb.children:
        parts.setdefault(child.dep_, child)
    if cue.clauses and "ccomp" in parts:
        return _clause(verb, parts["ccomp"])
    if cue.infinitives and "xcomp" in parts:
        return _span(parts["xcomp"])
    if cue.clauses and verb.dep_ == "parataxis":
        return verb.sent.start, verb.sent.end
    if cue.objects and "dobj" in parts and "ccomp" not in parts:
        return _object(verb, parts["dobj"])
    if cue.prepositions and "dobj" not in parts:
        return _after_preposition(verb, cue.prepositions)
    return None


def _clause(verb: Token, head: Token) -> tuple[int, int] | None:
    """The clause that is said; before the verb it is set off by a comma, or the parser took something else for it."""
    start, end = _span(head)
    doc = verb.doc
    if head.i > verb.i:
        return start, _before_more(head, _without_source(doc, start, end))
    after = doc[end].text if end < len(doc) else ""
    if after == ":" or any("\n" in token.text for token in doc[head.i : verb.i]):
        return verb.i + 1, verb.sent.end
    if after not in _COMMAS and doc[end - 1].text not in _COMMAS:
        return None
    if any(child.lower_ in _CIRCUMSTANCE and child.i < head.i for child in head.children):
        return None
    return start, end


def _without_source(doc: Doc, start: int, end: int) -> int:
    """Up to a source that is named at the end: ", according to …"."""
    return next((i for i in range(start + 1, end) if doc[i].lower_ == "according"), end)


def _before_more(head: Token, end: int) -> int:
    """Up to where the same speaker is said to say more: "he said it was good and said that …"."""
    for child in head.rights:
        if child.dep_ == "conj" and child.lower_ in _GOES_ON and not any(c.dep_ == "nsubj" for c in child.children):
            return min(end, max(head.i + 1, child.left_edge.i - 1))
    return end


def _object(verb: Token, head: Token) -> tuple[int, int]:
    """The object with what goes right on about it: "Trump of lying", "the plan as a mistake"."""
    start, end = _span(head)
    for child in verb.rights:
        if child.i > head.i and child.left_edge.i == end and child.dep_ in _ABOUT_IT:
            end = child.right_edge.i + 1
    return start, end


def _after_preposition(verb: Token, prepositions: frozenset[str]) -> tuple[int, int] | None:
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            for word in child.rights:
                if word.dep_ in {"pobj", "pcomp"}:
                    return _span(word)
    return None


def _span(head: Token) -> tuple[int, int]:
    return head.left_edge.i, head.right_edge.i + 1
