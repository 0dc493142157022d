"""The table `cues.toml` as forms of words, ready to look up."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.strings import get_string_id

_KINDS = ("speech", "clauses", "infinitives", "objects")
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a verb can do: go with words in quotation marks, and what follows it that is said, thought or judged."""

    lemma: str
    speech: bool
    clauses: bool
    infinitives: bool
    objects: bool
    prepositions: frozenset[str] = field(default=frozenset())


@cache
def verbs() -> dict[str, Cue]:
    """The cue of each form of each verb, in lower case."""
    table = _table()
    kinds = {kind: frozenset(table[kind].split()) for kind in _KINDS}
    after = {word: frozenset(verbs.split()) for word, verbs in table["prepositions"].items()}
    found: dict[str, Cue] = {}
    for lemma in sorted(frozenset[str]().union(*kinds.values(), *after.values())):
        flags = {kind: lemma in lemmas for kind, lemmas in kinds.items()}
        cue = Cue(lemma, **flags, prepositions=frozenset(word for word, lemmas in after.items() if lemma in lemmas))
        for form in _forms(lemma, table["irregular"].get(lemma, "").split()):
            found.setdefault(form, cue)
    return found


@cache
def nouns() -> dict[str, frozenset[str]]:
    """The prepositions after which each noun, singular and plural, has its content; "" stands for a clause."""
    plurals = {noun: f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in _complements("nouns")}
    return {form: kinds for noun, kinds in _complements("nouns").items() for form in (noun, plurals[noun])}


@cache
def adjectives() -> dict[str, frozenset[str]]:
    """The prepositions after which each adjective has its content; "" stands for a clause."""
    return _complements("adjectives")


def _complements(table: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in _table()[table].items():
        for word in words.split():
            found.setdefault(word, set()).add("" if kind == "clauses" else kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def numbers(forms: frozenset[str]) -> frozenset[int]:
    """spaCy's numbers of these words: whole arrays of numbers are searched five times faster than tokens are asked."""
    return frozenset(get_string_id(form) for form in forms)


@cache
def _table() -> dict[str, Any]:
    """The file, read once a process."""
    return tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))


def _forms(lemma: str, irregular: list[str]) -> Iterator[str]:
    """The verb's forms by the rules of spelling, and those given."""
    yield lemma
    yield from irregular
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    yield f"{stem}ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield f"{lemma[:-1]}ies"
        yield f"{lemma[:-1]}ied"
    else:
        yield f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{lemma}s"
        yield f"{stem}ed"
