"""The word lists of `lexicon.toml` and of `tagger/data`: countries and larger towns of the world, people's names."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from worker.steps.entities.fold import fold

LEAST_WORD = 4


@cache
def words(section: str) -> frozenset[str]:
    """The words of one list, folded."""
    return frozenset(map(fold, str(_data()[section]).split()))


@cache
def usual_names() -> dict[str, str]:
    """The usual name of a country, or of a body as well known, by each of its names, all folded."""
    names = {name: name for name in _lines("countries.txt")}
    for usual, others in _data()["usual"].items():
        names |= {fold(name): fold(usual) for name in (usual, *others)}
    return names


@cache
def towns() -> frozenset[str]:
    """The names of the towns of more than 15,000 people, and of the states of the United States, folded."""
    return _lines("towns.txt")


@cache
def town_words() -> frozenset[str]:
    """The longer words of towns' names."""
    return frozenset(word for town in towns() for word in town.split() if len(word) >= LEAST_WORD)


@cache
def given_names() -> frozenset[str]:
    """The 3,700 commonest given names of the census of the United States of 1990, in small letters."""
    return _lines("given.txt")


@cache
def surnames() -> frozenset[str]:
    """Its 10,000 commonest surnames."""
    return _lines("surnames.txt")


def _lines(name: str) -> frozenset[str]:
    text = files("worker.steps.entities").joinpath("tagger", "data", name).read_text(encoding="utf-8")
    return frozenset(text.splitlines())


@cache
def _data() -> dict[str, Any]:
    text = files("worker.steps.entities").joinpath("lexicon.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
