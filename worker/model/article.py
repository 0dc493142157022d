"""The article that was found in a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from worker.model.boilerplate import Removed


class Source(StrEnum):
    """From what a value was read or inferred."""

    ENVELOPE = "envelope"
    JSON_LD = "json-ld"
    META = "meta"
    MARKUP = "markup"
    TEXT = "text"
    URL = "url"


class ParagraphKind(StrEnum):
    """What a stretch of the main text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    TABLE = "table"
    PREFORMATTED = "preformatted"


class AuthorKind(StrEnum):
    """Who signs."""

    PERSON = "person"
    AGENCY = "agency"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph, heading or list item of `Article.text`, at code points `start` up to `end`."""

    start: int
    end: int
    kind: ParagraphKind = ParagraphKind.PARAGRAPH


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """One name of the byline."""

    name: str
    kind: AuthorKind = AuthorKind.PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the article."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when the story was filed and by which agency, as it stood at the front of the text.

    It is cut from there. `date` is ISO 8601; it may be the day before that of publication.
    """

    text: str
    place: str | None = None
    date: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """ISO 639-1 code (`en`) and how sure the detector is, 0 to 1."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The main text with what the page says about it.

    `text` is the paragraphs joined by a blank line; the title is not in it, the standfirst is where the body
    repeats or begins with it. Dates are ISO 8601, with time and zone where the page gives them, else the day.
    `provenance` names the source of each value that was read or inferred.
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[Author, ...] = ()
    published_at: str | None = None
    modified_at: str | None = None
    dateline: Dateline | None = None
    language: Language | None = None
    url: str | None = None
    canonical_url: str | None = None
    site: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    reading_time_minutes: int | None = None
    removed: tuple[Removed, ...] = ()
    provenance: Mapping[str, Source] = field(default_factory=dict)
