"""What is told "according to" somebody."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from worker.steps.quotations.clauses import Claim
from worker.steps.quotations.lexicon import verbs


def according(doc: Doc) -> Iterator[Claim]:
    """The rest of the sentence; nothing where it says itself who speaks: "According to the Times, Peskov said …"."""
    for token in doc[:-1]:
        if token.lower_ == "according" and (to := doc[token.i + 1]).lower_ == "to" and not _tells(token.head):
            speaker = next((word for word in to.rights if word.dep_ == "pobj"), None)
            start, end = token.sent.start, token.sent.end
            after = max(token.right_edge.i, to.right_edge.i) + 1
            if token.i - start <= 1:
                start = after
            elif after >= end - 2:
                end = token.i
            if start < end:
                yield Claim(start, end, token.i, token.i + 2, None if speaker is None else speaker.i)


def _tells(head: Token) -> bool:
    cue = verbs().get(head.lower_)
    return cue is not None and cue.clauses and any(child.dep_ == "ccomp" for child in head.children)
