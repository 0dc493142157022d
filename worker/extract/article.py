"""Putting the article together: all clues first, then a choice for each field."""

from typing import TypeVar

from worker.clean import Cleaned
from worker.extract.addresses import canonical_url, images
from worker.extract.authors import authors
from worker.extract.body import Body, body_of, without_dateline
from worker.extract.choices import Choices
from worker.extract.clues import Clue, Clues, Found, Signature
from worker.extract.credits import reporters
from worker.extract.dates import modified_at, published_at
from worker.extract.language import language
from worker.extract.page import clues_of
from worker.extract.reading import reading_time
from worker.extract.region import region
from worker.extract.standfirsts import standfirst
from worker.extract.tags import tags
from worker.extract.titles import label, site_names, title
from worker.model import Article, Dateline, RawArticle, Source

Value = TypeVar("Value")
HEADLINE_FORMS = 2
"""The headline is the first of those that the page shows, without and with its kicker."""


def extract(raw: RawArticle, cleaned: Cleaned) -> Article:
    """The article of a cleaned page; its text is empty where the page has none."""
    said = clues_of(raw, cleaned)
    headline = title(said.titles, said.headlines, site_names(raw.url, said.sites))
    body, chosen = _choose(
        raw, said, headline, body_of(cleaned.blocks, [headline, *said.headlines[:HEADLINE_FORMS]] if headline else [])
    )
    return Article(
        id=raw.id,
        text=body.text(),
        paragraphs=tuple(body.paragraphs()),
        title=_or(chosen.title, None),
        standfirst=_or(chosen.standfirst, None),
        authors=_or(chosen.authors, ()),
        published_at=_or(chosen.published_at, None),
        modified_at=_or(chosen.modified_at, None),
        dateline=_or(chosen.dateline, None),
        language=_or(chosen.language, None),
        url=raw.url,
        canonical_url=_or(chosen.canonical_url, None),
        site=_or(chosen.site, None),
        section=_or(chosen.section, None),
        tags=_or(chosen.tags, ()),
        images=_or(chosen.images, ()),
        reading_time_minutes=_or(chosen.reading_time_minutes, None),
        removed=body.removed + cleaned.removed,
        provenance=chosen.provenance(),
    )


def _choose(raw: RawArticle, said: Clues, headline: Clue | None, body: Body) -> tuple[Body, Choices]:
    """The body without its dateline, and a value for each field."""
    whole = body.text()
    spoken = language(whole or (headline.value if headline else ""), said.languages)
    where = region(raw.url, said.languages, spoken.value.code if spoken else None)
    published = published_at(raw, said.published, said.modified, where)
    rest, dateline = without_dateline(body, published.value if published else None)
    site, canonical = label(said.sites), canonical_url(said.canonical_urls, raw.url)
    signed = (*said.authors, *reporters(body.credits), *_agencies(dateline))
    return rest, Choices(
        title=headline,
        standfirst=standfirst(said.decks, said.standfirsts, rest.blocks, headline),
        authors=authors(signed, said.bylines, site_names(raw.url, said.sites)),
        published_at=published,
        modified_at=modified_at(raw, said.modified, published, where),
        dateline=Found(dateline, Source.TEXT) if dateline else None,
        language=spoken,
        canonical_url=canonical,
        site=site,
        section=label(said.sections),
        tags=tags(said.tags),
        images=images(said.images, canonical.value if canonical else raw.url),
        reading_time_minutes=reading_time(whole, said.reading_times),
    )


def _agencies(dateline: Dateline | None) -> tuple[Signature, ...]:
    """The agency of the dateline, for pages that say nobody else."""
    return (Signature(dateline.agency, Source.TEXT),) if dateline and dateline.agency else ()


def _or(found: Found[Value] | None, default: Value) -> Value:
    return found.value if found else default
