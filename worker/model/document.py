"""What is published."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from worker.model.article import Article

SCHEMA_VERSION = 1
"""Raised by one when a published key changes its meaning or goes; new keys do not raise it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A step that failed: its section is absent, the article is published all the same.

    `error` is the name of the exception's class, never its message, which may hold text of the page.
    """

    step: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article with its sections, one for each enrichment that was run, keyed by the step's name."""

    article: Article
    sections: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
