"""What somebody is said to have a mind of: "he is confident that …", "she was critical of …"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from worker.steps.quotations.clauses import Claim
from worker.steps.quotations.lexicon import adjectives, numbers
from worker.steps.quotations.speakers import subject


def minded(doc: Doc, lowers: Sequence[int]) -> Iterator[Claim]:
    """The clause or the phrase after each adjective of the lexicon, where it is told of whom it is said."""
    known = adjectives()
    wanted = numbers(frozenset(known))
    for token in (doc[i] for i, lower in enumerate(lowers) if lower in wanted):
        content = _content(token, known[token.lower_])
        speaker = subject(token.head) if content and token.dep_ == "acomp" else None
        if content and speaker is not None:
            yield Claim(content.left_edge.i, content.right_edge.i + 1, token.i, token.i + 1, speaker.i)


def _content(adjective: Token, prepositions: frozenset[str]) -> Token | None:
    for child in adjective.rights:
        if child.dep_ == "ccomp" and "" in prepositions:
            return child
        if child.dep_ == "prep" and child.lower_ in prepositions:
            return next((word for word in child.rights if word.dep_ in {"pobj", "pcomp"}), None)
    return None
