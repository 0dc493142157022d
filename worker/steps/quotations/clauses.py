"""What is said, thought or judged without quotation marks, found where the grammar puts it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from worker.steps.quotations.lexicon import Cue, numbers, verbs
from worker.steps.quotations.speakers import subject

_CIRCUMSTANCE = frozenset({"after", "as", "when", "while", "although", "though", "because", "since", "before", "until"})
_COMMAS = frozenset({",", '"', "”", "''"})
_GOES_ON = frozenset({"said", "says", "added", "adds", "told", "tells", "argued", "insisted", "noted", "predicted"})
_BREAKS = frozenset({",", "—", "–", "-", "--", '"', "”", "''"})
_ABOUT_IT = frozenset({"prep", "oprd", "acomp", "dative", "xcomp"})

_TAKEN = frozenset({"ccomp", "xcomp", "dobj"})
_THAT_WITHIN = 15


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


def sites(doc: Doc, lowers: Sequence[int]) -> list[Site]:
    """The verbs that may tell of speech, in order; `lowers` are spaCy's numbers of the tokens in lower case."""
    known = verbs()
    wanted = numbers(frozenset(known))
    found = [doc[i] for i, lower in enumerate(lowers) if lower in wanted]
    return [Site(t, known[t.lower_]) for t in found if t.tag_.startswith("VB") and t.dep_ != "amod"]


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
        if speaker is None and not (end > verb.i and any(child.dep_ == "ccomp" for child in verb.rights)):
            continue
        yield Claim(start, end, verb.i, verb.i + 1, None if speaker is None else speaker.i)


def _content(site: Site) -> tuple[int, int] | None:
    verb, cue = site
    parts: dict[str, Token] = {}
    for child in (*verb.rights, *verb.lefts):
        parts.setdefault(child.dep_, child)
    if cue.clauses and "ccomp" in parts:
        return _clause(verb, parts["ccomp"])
    if cue.clauses and cue.speech and not parts.keys() & _TAKEN and (around := _around_as(verb)):
        return around
    if cue.infinitives and "xcomp" in parts:
        return _wish(verb, parts)
    if cue.clauses and verb.dep_ == "parataxis":
        return verb.sent.start, verb.sent.end
    if cue.objects and "dobj" in parts and "ccomp" not in parts:
        return _object(verb, parts["dobj"])
    if cue.prepositions and "dobj" not in parts:
        return _after_preposition(verb, cue.prepositions)
    return _that(verb) if cue.clauses else None


def _wish(verb: Token, parts: dict[str, Token]) -> tuple[int, int]:
    """What somebody is to do, with the somebody: "urged the parties to talk"."""
    start, end = _span(parts["xcomp"])
    asked = parts.get("dobj")
    return (asked.left_edge.i if asked is not None and verb.i < asked.i < start else start), end


def _around_as(verb: Token) -> tuple[int, int] | None:
    """The sentence that the speaker is said to agree with: "As Clinton noted, the tax is low"."""
    if verb.dep_ != "advcl" or not any(child.lower_ == "as" for child in verb.lefts):
        return None
    start, end = _span(verb)
    sentence = verb.sent
    return (end, sentence.end) if start - sentence.start <= 1 else (sentence.start, start)


def _that(verb: Token) -> tuple[int, int] | None:
    """A clause that begins with "that" and that the parser hung on another word."""
    for i in range(verb.i + 1, min(verb.i + _THAT_WITHIN, verb.sent.end)):
        token = verb.doc[i]
        if token.lower_ == "that" and token.dep_ == "mark":
            return i, _before_more(token.head, token.head.right_edge.i + 1)
    return None


def _clause(verb: Token, head: Token) -> tuple[int, int] | None:
    """The clause that is said; before the verb it is set off by a comma, or the parser took something else for it."""
    start, end = _span(head)
    doc = verb.doc
    if head.i > verb.i:
        return start, _before_more(head, end)
    after = doc[end].text if end < len(doc) else ""
    if after == ":" or any("\n" in token.text for token in doc[head.i : verb.i]):
        return verb.i + 1, verb.sent.end
    if after not in _COMMAS and doc[end - 1].text not in _COMMAS:
        return None
    if any(child.lower_ in _CIRCUMSTANCE and child.i < head.i for child in head.children):
        return None
    return start, end


def _before_more(head: Token, end: int) -> int:
    """Up to where a source is named, or where somebody is said to say more: "he said it was good, adding that …"."""
    doc, known = head.doc, verbs()
    for i in range(head.left_edge.i + 1, end):
        token = doc[i]
        if token.lower_ == "according":
            return i
        cue = known.get(token.lower_)
        if cue is None or not cue.clauses or i <= head.i:
            continue
        if token.tag_ == "VBG" and (gap := 2 if doc[i - 1].pos_ == "ADV" else 1) and doc[i - gap].text in _BREAKS:
            return i - gap
        if token.dep_ == "conj" and token.head.i == head.i and token.lower_ in _GOES_ON and not _has_subject(token):
            return max(head.i + 1, token.left_edge.i - 1)
        if token.dep_ == "advcl" and any(child.lower_ == "while" for child in token.lefts):
            return token.left_edge.i
    return end


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in verb.lefts)


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
