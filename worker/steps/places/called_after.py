"""Organisations that have their place in their name: `Litchfield Superior Court`, `University of Iowa`."""

import re
from collections.abc import Set as AbstractSet

from worker.steps.places.lexicon import NOTHING, Meaning, meaning

MOST_WORDS = 4
_BEHIND = re.compile(r" (?:of|in|at|for) (?:the )?(?=[A-Z])")
_INSTITUTION = re.compile(
    r"(?:Airport|Area|Board|Borough|Central|Chamber|Circuit|City|College|Community|Council|County|Crown|Democratic|"
    r"Department|Dept|District|Elementary|Fire|Gazette|General|Herald|High|Highway|Hospital|House|International|Journal|"
    r"Junior|Legislature|Magistrates?|Mayor|Medical|Memorial|Middle|Municipal|National|News|Parish|Parks?|Planning|"
    r"Police|Post|Primary|Public|Regional|Republican|Schools?|Secondary|Senate|Senior|Sheriff|State|Superior|Supreme|"
    r"Times|Town|Township|Tribune|University|Village|Water)\b"
)
# Their regions are as well known as countries; `Central` and `Delta` are regions too, elsewhere.
_FEDERATIONS = frozenset({"US", "CA", "AU", "GB"})


def called_after(name: str, seen: AbstractSet[str]) -> Meaning:
    """The place in an organisation's name; nothing where the words may well mean something else.

    `seen` are the names of the article's places, in lower case: they mean the same within a longer name.
    """
    if found := _at_the_end(name, seen):
        return found
    words = name.split()
    for count in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        head = " ".join(words[:count])
        found = meaning(head)
        if found.candidates and _sure(head, found, words[count], seen):
            return found
    return NOTHING


def _at_the_end(name: str, seen: AbstractSet[str]) -> Meaning | None:
    for behind in _BEHIND.finditer(name):
        tail = name[behind.end() :]
        found = meaning(tail)
        if found.candidates and (tail.lower() in seen or _is_a_known_division(found)):
            return found
    return None


def _sure(head: str, found: Meaning, following: str, seen: AbstractSet[str]) -> bool:
    """A demonym is not: American Airlines and Mexican food are everywhere (27 of 49 such names were no place)."""
    if found.demonym:
        return False
    best = found.candidates[0]
    if head.lower() in seen or _is_a_known_division(found) or (best.kind == "county" and best.own and " " in head):
        return True
    return best.own and bool(_INSTITUTION.match(following))


def _is_a_known_division(found: Meaning) -> bool:
    best = found.candidates[0]
    return best.kind == "country" or (best.kind == "region" and best.own and best.country in _FEDERATIONS)
