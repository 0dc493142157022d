"""What a page says of its article, value by value, each with where it says it; nothing is decided here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, Self, TypeAlias, TypeVar

from worker.model import AuthorKind, Image, Source

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[Value_co]):
    """A value with where it was found: as the page gives it, or as it was chosen."""

    value: Value_co
    source: Source


Clue: TypeAlias = Found[str]


class Trust(IntEnum):
    """How a page says a date, from what is right most often to what is so least.

    Measured on 1,700 pages with a known day, the share that is right: declared .87-.95, labelled .97-1.00,
    address .94-1.00, shown .91-.95, weak .84-.89, updated where the page gives nothing else .76-.95.
    """

    DECLARED = 0
    """For machines, by a name that can mean nothing else: `datePublished`, `article:published_time`."""
    LABELLED = 1
    """At the headline, for readers, behind a word such as `Published`."""
    ADDRESS = 2
    """In the page's own address."""
    SHOWN = 3
    """At the headline, without a word."""
    SCRIPTED = 4
    """In a script that is no JSON-LD."""
    WEAK = 5
    """For machines, by a name that may mean any day: `date`."""
    OPENING = 6
    """At the front of the first paragraph."""
    ELSEWHERE = 7
    """Somewhere on the page, in an element that calls itself a date."""
    UPDATED = 8
    """As a day of change, on a page that gives no other."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with or without a time, as the page gives it."""

    value: str
    source: Source
    trust: Trust = Trust.DECLARED


@dataclass(frozen=True, slots=True)
class Deck:
    """A text that readers see at the headline: whether it calls itself a standfirst, and stands where one does."""

    text: str
    source: Source = Source.MARKUP
    marked: bool = True
    near: bool = True


@dataclass(frozen=True, slots=True)
class Signature:
    """Who may have written it, as the page gives it; `kind` where the page says that too."""

    value: str
    source: Source
    kind: AuthorKind | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, its address as the page gives it."""

    image: Image
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """All values that one reader found, in the order in which it would trust them."""

    titles: tuple[Clue, ...] = ()
    headlines: tuple[Clue, ...] = ()
    """Titles that stand in the page for readers to see."""
    decks: tuple[Deck, ...] = ()
    """Standfirsts that stand in the page for readers to see."""
    standfirsts: tuple[Clue, ...] = ()
    authors: tuple[Signature, ...] = ()
    bylines: tuple[Signature, ...] = ()
    """Who signs at the headline, where readers see it."""
    published: tuple[Moment, ...] = ()
    modified: tuple[Clue, ...] = ()
    languages: tuple[Clue, ...] = ()
    canonical_urls: tuple[Clue, ...] = ()
    sites: tuple[Clue, ...] = ()
    sections: tuple[Clue, ...] = ()
    tags: tuple[Clue, ...] = ()
    images: tuple[Picture, ...] = ()
    reading_times: tuple[Clue, ...] = ()

    def __add__(self, other: Self) -> Self:
        """The clues of both, this one's first."""
        return type(self)(**{name: getattr(self, name) + getattr(other, name) for name in self.__slots__})


def clues(values: Iterable[str | None], source: Source) -> tuple[Clue, ...]:
    """A clue for each value that is there."""
    return tuple(Found(value, source) for value in values if value)


def moments(values: Iterable[str | None], source: Source, trust: Trust = Trust.DECLARED) -> tuple[Moment, ...]:
    """A moment for each value that is there."""
    return tuple(Moment(value, source, trust) for value in values if value)


def lookup(table: Mapping[str, list[str]], keys: Iterable[str], source: Source) -> tuple[Clue, ...]:
    """The clues under the keys, in the order of the keys."""
    return tuple(Found(value, source) for key in keys for value in table.get(key, ()))
