"""Places in the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of an article's `text`: code points `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of an article's `text` with its surface form: `article.text[start:end] == text`."""

    start: int
    end: int
    text: str
