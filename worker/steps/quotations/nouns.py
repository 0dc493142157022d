"""What is said by way of a noun: "her claim that …", "repeated his call for …"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from worker.steps.quotations.clauses import Claim
from worker.steps.quotations.lexicon import nouns, numbers
from worker.steps.quotations.speakers import subject


def said_by_noun(doc: Doc, lowers: Sequence[int]) -> Iterator[Claim]:
    """The clause or the phrase after each noun of the lexicon, where it is told whose claim it is."""
    known = nouns()
    wanted = numbers(frozenset(known))
    for token in (doc[i] for i, lower in enumerate(lowers) if lower in wanted):
        if not token.tag_.startswith("NN"):
            continue
        prepositions = known[token.lower_]
        content = _content(token, prepositions)
        speaker = _owner(token) if content else None
        if content and speaker is not None and not content.left_edge.i <= speaker.i <= content.right_edge.i:
            yield Claim(content.left_edge.i, content.right_edge.i + 1, token.i, token.i + 1, speaker.i)


def _content(noun: Token, prepositions: frozenset[str]) -> Token | None:
    for child in noun.rights:
        first = child.left_edge
        if child.dep_ == "acl" and "" in prepositions and first.lower_ in {"that", "to"}:
            return child
        if child.dep_ in {"relcl", "ccomp"} and "" in prepositions and first.lower_ == "that" and first.dep_ == "mark":
            return child
        if child.dep_ == "prep" and child.lower_ in prepositions:
            return next((word for word in child.rights if word.dep_ in {"pobj", "pcomp"}), None)
    return None


def _owner(noun: Token) -> Token | None:
    """Whose claim it is: "his claim", "a claim by the mayor", "the mayor repeated a claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return next((word for word in child.rights if word.dep_ == "pobj"), None)
    verb = noun.head
    return subject(verb) if noun.dep_ == "dobj" and verb.pos_ == "VERB" else None
