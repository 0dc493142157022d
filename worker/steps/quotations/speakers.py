"""Who is the subject of a verb of saying, and which words name them."""

from spacy.tokens import Token

from worker.steps.quotations.lexicon import verbs

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_INSIDE = frozenset({"cc", "conj", "compound", "nmod", "poss", "case", "nummod", "amod", "advmod", "flat"})
_OF = frozenset({"of", "for"})
_BORROWS = frozenset({"conj", "xcomp", "advcl", "ccomp"})
"""What has no subject of its own has that of the verb above it: "he smiled and said", "he went on to say"."""
_CLIMB = 4
_NOUNS = frozenset({"NOUN", "PROPN"})
_HYPHENS = frozenset({"-", "–", "‑"})
_WHEN = frozenset({"DATE", "TIME"})


def subject(verb: Token) -> Token | None:
    """The head of the phrase that speaks; in the passive, the one after "by"; None where nobody is named."""
    if _passive(verb):
        return _agent(verb)
    for _ in range(_CLIMB):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return child
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head if verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else None
        if verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
            verb = verb.head.head
        elif verb.dep_ in _BORROWS and verb.head.i != verb.i:
            verb = _teller(verb.head) if verb.tag_ == "VBG" and verb.dep_ == "advcl" else verb.head
        else:
            return None
    return None


def _teller(verb: Token) -> Token:
    """For "saying" that the parser hung on what is told before it: "The aide said she must choose, saying …"."""
    return verb.head if verb.dep_ == "ccomp" and verb.head.lower_ in verbs() else verb


def _passive(verb: Token) -> bool:
    if verb.tag_ != "VBN":
        return False
    children = {child.dep_ for child in verb.children}
    return bool(children & {"auxpass", "nsubjpass"}) or (
        verb.dep_ in {"acl", "advcl"} and not children & (_SUBJECTS | {"aux"})  # "asked about it, she …"
    )


def _agent(verb: Token) -> Token | None:
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((word for word in child.rights if word.dep_ == "pobj"), None)
    return None


def phrase(head: Token) -> tuple[int, int]:
    """The words of the noun phrase, without the clauses and the appositions that follow: token `start` up to `end`."""
    end = name_end(head)
    for child in head.rights:
        if child.i < end:
            continue
        inside = child.lower_ in _OF if child.dep_ == "prep" else child.dep_ in _INSIDE
        if child.left_edge.i != end or not inside:
            break
        end = child.right_edge.i + 1
    return head.left_edge.i, end


def name_end(head: Token) -> int:
    """Where the run of nouns ends that begins at the head: parsers tear "study co-author Karen Alley" apart."""
    doc, end = head.doc, head.i + 1
    while head.pos_ in _NOUNS and end < len(doc):
        glued = doc[end].text in _HYPHENS and not doc[end - 1].whitespace_ and not doc[end].whitespace_
        if not glued and (doc[end].pos_ not in _NOUNS or doc[end].ent_type_ in _WHEN):
            break
        end += 1
    return end
