"""What is told "according to" somebody."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from worker.steps.quotations.clauses import Claim
from worker.steps.quotations.lexicon import numbers, verbs


def according(doc: Doc, lowers: Sequence[int]) -> Iterator[Claim]:
    """The rest of the sentence; nothing where it says itself who speaks: "According to the Times, Peskov said …"."""
    wanted = numbers(frozenset({"according"}))
    for token in (doc[i] for i, lower in enumerate(lowers[:-1]) if lower in wanted):
        if (to := doc[token.i + 1]).lower_ == "to" and not _tells(token.head):
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
    said = {"ccomp"} if cue is not None and cue.clauses else set()
    said |= {"dobj", "oprd"} if cue is not None and cue.objects and cue.speech else set()
    return any(child.dep_ in said for child in head.children)
