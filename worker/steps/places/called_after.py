"""Organisations that have their place in their name: `Litchfield Superior Court`, `University of Iowa`."""

import re
from collections.abc import Set as AbstractSet

from worker.steps.places.lexicon import NOTHING, Meaning, meaning

MOST_WORDS = 4
_BEHIND = re.compile(r" (?:of|in|at|for) (?:the )?(?=[A-Z])")
_INSTITUTION = re.compile(
    r"(?:Airport|Area|Board|Borough|Chamber|Circuit|City|College|Community|Council|County|Crown|Democratic|Department|"
    r"Dept|District|Elementary|Fire|High|Highway|Hospital|International|Junior|Legislature|Magistrates?|Mayor|Medical|"
    r"Memorial|Middle|Municipal|National|Parish|Parks?|Planning|Police|Primary|Public|Regional|Republican|Schools?|"
    r"Secondary|Senate|Senior|Sheriff|State|Superior|Supreme|Town|Township|University|Village|Water)\b"
)
# What is a country's own, and not only of its kind.
_GOVERNMENT = re.compile(
    r"(?:Air Force|Armed|Army|Cabinet|Congress|Consulate|Defen[cs]e|Embassy|Federal|Foreign|Government|Interior|"
    r"Military|Ministry|Navy|Observatory|Olympic|Parliament|Police|Presidency|President|Prime|Security|Senate|State|"
    r"Supreme)\b"
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
    """`University of Iowa`, `Environment Canada`."""
    words = name.split()
    tails = [name[behind.end() :] for behind in _BEHIND.finditer(name)]
    for tail in (*tails, *(" ".join(words[-count:]) for count in (2, 1) if len(words) > count)):
        found = meaning(tail)
        if found.candidates and not found.demonym and (tail.lower() in seen or _is_a_known_division(found)):
            return found
    return None


def _sure(head: str, found: Meaning, following: str, seen: AbstractSet[str]) -> bool:
    """A demonym seldom is: American Airlines and Mexican food are everywhere (27 of 49 such names were no place)."""
    if found.demonym:
        return bool(_GOVERNMENT.match(following))
    if head.lower() in seen or _is_a_known_division(found):
        return True
    own = [each.kind for each in found.candidates if each.own]
    return bool(own) and bool(_INSTITUTION.match(following) or ("county" in own and " " in head))


def _is_a_known_division(found: Meaning) -> bool:
    best = found.candidates[0]
    return best.kind == "country" or (best.kind == "region" and best.own and best.country in _FEDERATIONS)
