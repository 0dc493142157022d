"""Places that the text itself tells apart: `Paris, Texas`, `Ontario, Calif.`, `Springfield (Ill.)`."""

import re
from collections.abc import Iterable

from worker.steps.places.gazetteer import Candidate
from worker.steps.places.lexicon import meaning, named, regions

_NEXT = re.compile(r"(?:,\s{0,2}|\s\()(?P<name>[A-Z][\w.]*(?:[ -](?:of |and )?[A-Z][\w.]*){0,3})")


def behind(text: str, end: int) -> tuple[Candidate, ...]:
    """The region or country named right behind the mention that ends at `end`; several where the name has several."""
    found = _NEXT.match(text, end)
    return tuple(_divisions(found["name"])) if found else ()


def within(candidates: Iterable[Candidate], divisions: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Those that lie in one of the divisions and are none of them."""
    ids = {division.geonames_id for division in divisions}
    countries = {division.country for division in divisions if division.kind == "country"}
    return tuple(
        each
        for each in candidates
        if each.geonames_id not in ids and each.kind != "country" and (each.region in ids or each.country in countries)
    )


def _divisions(name: str) -> Iterable[Candidate]:
    """What the words mean as a region or country: the longest name that begins there."""
    words = re.split(r"(?<=[ -])", name)
    for count in range(len(words), 0, -1):
        written = "".join(words[:count]).strip(" -")
        keys = regions(written) or regions(f"{written}.")
        found = [each for key in keys for each in named(key)] if keys else meaning(written).candidates
        if divisions := [each for each in found if each.kind == "country" or (each.kind == "region" and each.own)]:
            return divisions
    return ()
