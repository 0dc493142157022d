"""What the decoder makes of a record."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How the page came."""

    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One page as it was crawled, decoded to characters; only control characters and a text's leading date are gone.

    `id` is the sender's, else derived from `url` and `content`, so that a replay has the same one.
    Dates are ISO 8601 (`2022-03-28` or `2022-03-28T17:28:00+05:30`), checked by the decoder.
    `language` is a code of ISO 639 in lower case (`en`), as the sender says; `url` is absolute.
    """

    id: str
    form: Form
    content: str
    url: str | None = None
    fetched_at: str | None = None
    published_at: str | None = None
    language: str | None = None
    source: str | None = None
