"""The words of `lexicon.toml`, each with the class that the grammar knows it by and what it stands for."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

_TABLES = tomllib.loads((files(__package__) / "lexicon.toml").read_text(encoding="utf-8"))

# Classes of tokens that are known by their shape rather than by their word.
SHAPES = (
    "other", "break", "stop", "comma", "dash", "slash", "open", "close", "possessive", "currency", "percent",
    "small", "year4", "large", "decimal", "short_year", "decade", "iso", "slashed", "dotted", "clock", "meridiem",
    "holiday", "event",
)  # fmt: skip
_NO_CLASSES = ("plain", "alias", "holiday", "event", "lists")


class Word(NamedTuple):
    """The class of a word, as one character, and its value."""

    kind: str
    value: object


def _classes() -> Iterator[str]:
    yield from SHAPES
    yield from _TABLES["plain"]
    yield from (name for name in _TABLES if name not in _NO_CLASSES)


# One character a class: the grammar is then a regular expression over a string as long as the text has tokens.
KINDS: dict[str, str] = {name: chr(0x100 + number) for number, name in enumerate(_classes())}


def kinds(*names: str) -> frozenset[str]:
    """The classes of these names; an unknown name raises KeyError, when the module that asks is loaded."""
    return frozenset(KINDS[name] for name in names)


def _words() -> Iterator[tuple[str, Word]]:
    for name in _TABLES["plain"]:
        yield name, Word(KINDS[name], name)
    for other, name in _TABLES["alias"].items():
        yield other, Word(KINDS[name], name)
    for kind, table in _TABLES.items():
        if kind not in _NO_CLASSES:
            yield from ((word, Word(KINDS[kind], value)) for word, value in table.items())


WORDS: dict[str, Word] = dict(_words())
WORD_LISTS: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _TABLES["lists"].items()}
HOLIDAYS: dict[str, dict[str, int | list[int]]] = _TABLES["holiday"]
EVENTS: dict[str, str] = _TABLES["event"]
