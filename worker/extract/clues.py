"""What a page says of its article, value by value, each with where it says it; nothing is decided here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Generic, Self, TypeAlias, TypeVar

from worker.model import AuthorKind, Image, Source

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[Value_co]):
    """A value with where it was found: as the page gives it, or as it was chosen."""

    value: Value_co
    source: Source


Clue: TypeAlias = Found[str]


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
    standfirsts: tuple[Clue, ...] = ()
    authors: tuple[Signature, ...] = ()
    published: tuple[Clue, ...] = ()
    modified: tuple[Clue, ...] = ()
    languages: tuple[Clue, ...] = ()
    canonical_urls: tuple[Clue, ...] = ()
    sites: tuple[Clue, ...] = ()
    sections: tuple[Clue, ...] = ()
    images: tuple[Picture, ...] = ()
    reading_times: tuple[Clue, ...] = ()

    def __add__(self, other: Self) -> Self:
        """The clues of both, this one's first."""
        return type(self)(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})


def clues(values: Iterable[str | None], source: Source) -> tuple[Clue, ...]:
    """A clue for each value that is there."""
    return tuple(Found(value, source) for value in values if value)


def lookup(table: Mapping[str, list[str]], keys: Iterable[str], source: Source) -> tuple[Clue, ...]:
    """The clues under the keys, in the order of the keys."""
    return tuple(Found(value, source) for key in keys for value in table.get(key, ()))
