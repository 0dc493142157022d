"""The table `people.toml`: names, titles and offices."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class People:
    """Given names and titles of men and of women, and the plain word for each office."""

    he: frozenset[str]
    she: frozenset[str]
    offices: Mapping[str, str]


@cache
def people() -> People:
    """The table, read once a process; a name that both bear tells nothing."""
    table = tomllib.loads(files(__package__).joinpath("people.toml").read_text(encoding="utf-8"))
    he, she = ({*table[f"names_{who}"].split(), *table[f"titles_{who}"].split()} for who in ("he", "she"))
    return People(frozenset(he - she), frozenset(she - he), table["offices"])


def office(word: str) -> str:
    """The word in lower case, without a point, under the name by which its office is compared."""
    plain = word.lower().rstrip(".")
    return people().offices.get(plain, plain)


def gender(name: str, before: str) -> str | None:
    """`he` or `she`, by the word before the name, else by its first; None where these tell nothing."""
    table = people()
    for word in (before, *name.split()[:1]):
        plain = word.lower().rstrip(".")
        if plain in table.he:
            return "he"
        if plain in table.she:
            return "she"
    return None
