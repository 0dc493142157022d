"""What was chosen for each field of the article."""

from dataclasses import dataclass, fields

from worker.extract.clues import Clue, Found
from worker.model import Author, Dateline, Image, Language, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """A value with its source for each field; None where the page gives none that may be true."""

    title: Clue | None
    standfirst: Clue | None
    authors: Found[tuple[Author, ...]] | None
    published_at: Clue | None
    modified_at: Clue | None
    dateline: Found[Dateline] | None
    language: Found[Language] | None
    canonical_url: Clue | None
    site: Clue | None
    section: Clue | None
    tags: Found[tuple[str, ...]] | None
    images: Found[tuple[Image, ...]] | None
    reading_time_minutes: Found[int] | None

    def provenance(self) -> dict[str, Source]:
        """The source of every field that has a value."""
        chosen = ((each.name, getattr(self, each.name)) for each in fields(self))
        return {name: found.source for name, found in chosen if found}
