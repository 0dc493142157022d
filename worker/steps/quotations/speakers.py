"""Who is the subject of a verb of saying, and which words name them."""

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_INSIDE = frozenset({"prep", "cc", "conj", "compound", "nmod", "poss", "case", "nummod", "amod", "advmod", "flat"})
_BORROWS = frozenset({"conj", "xcomp", "advcl", "ccomp"})
"""What has no subject of its own has that of the verb above it: "he smiled and said", "he went on to say"."""
_CLIMB = 4


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
            verb = verb.head
        else:
            return None
    return None


def _passive(verb: Token) -> bool:
    if verb.tag_ != "VBN":
        return False
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children) or (
        verb.dep_ == "acl" and not any(child.dep_ in _SUBJECTS for child in verb.children)
    )


def _agent(verb: Token) -> Token | None:
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((word for word in child.rights if word.dep_ == "pobj"), None)
    return None


def phrase(head: Token) -> tuple[int, int]:
    """The words of the noun phrase, without the clauses and the appositions that follow: token `start` up to `end`."""
    end = head.i + 1
    for child in head.rights:
        if child.left_edge.i != end or child.dep_ not in _INSIDE:
            break
        end = child.right_edge.i + 1
    return head.left_edge.i, end
