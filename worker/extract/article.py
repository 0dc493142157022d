"""Putting the article together: all clues first, then a choice for each field."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from worker.clean import Block, Cleaned
from worker.extract.addresses import canonical_url, countries, images
from worker.extract.authors import authors
from worker.extract.choices import Choices
from worker.extract.clues import Clue, Clues, Found
from worker.extract.dates import modified_at, published_at
from worker.extract.language import language
from worker.extract.page import clues_of
from worker.extract.reading import reading_time
from worker.extract.standfirsts import standfirst
from worker.extract.titles import label, same_title, site_names, title
from worker.model import Article, BoilerplateReason, Paragraph, RawArticle, Removed

PARAGRAPH_BREAK = "\n\n"
OPENING_BLOCKS = 3
"""A title that the extraction left in the text stands among so many first blocks."""
Value = TypeVar("Value")


def extract(raw: RawArticle, cleaned: Cleaned) -> Article:
    """The article of a cleaned page; its text is empty where the page has none."""
    said = clues_of(raw, cleaned)
    headline = title(said.titles, said.headlines, site_names(raw.url, said.sites))
    blocks, repeated = _without_title(cleaned.blocks, headline)
    text = PARAGRAPH_BREAK.join(block.text for block in blocks)
    chosen = _choose(raw, said, headline, blocks, text)
    return Article(
        id=raw.id,
        text=text,
        paragraphs=tuple(_paragraphs(blocks)),
        title=_or(chosen.title, None),
        standfirst=_or(chosen.standfirst, None),
        authors=_or(chosen.authors, ()),
        published_at=_or(chosen.published_at, None),
        modified_at=_or(chosen.modified_at, None),
        language=_or(chosen.language, None),
        url=raw.url,
        canonical_url=_or(chosen.canonical_url, None),
        site=_or(chosen.site, None),
        section=_or(chosen.section, None),
        images=_or(chosen.images, ()),
        reading_time_minutes=_or(chosen.reading_time_minutes, None),
        removed=repeated + cleaned.removed,
        provenance=chosen.provenance(),
    )


def _choose(raw: RawArticle, said: Clues, headline: Clue | None, blocks: Sequence[Block], text: str) -> Choices:
    spoken = language(text or (headline.value if headline else ""), said.languages)
    where = countries(raw.url, said.languages, spoken.value.code if spoken else None)
    published = published_at(raw, said.published, where)
    site = label(said.sites)
    canonical = canonical_url(said.canonical_urls, raw.url)
    return Choices(
        title=headline,
        standfirst=standfirst(said.standfirsts, blocks, headline),
        authors=authors(said.authors, site.value if site else None),
        published_at=published,
        modified_at=modified_at(raw, said.modified, published, where),
        language=spoken,
        canonical_url=canonical,
        site=site,
        section=label(said.sections),
        images=images(said.images, canonical.value if canonical else raw.url),
        reading_time_minutes=reading_time(text, said.reading_times),
    )


def _or(found: Found[Value] | None, default: Value) -> Value:
    return found.value if found else default


def _without_title(blocks: Sequence[Block], headline: Clue | None) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
    """The blocks less the headline where it opens them, and the headline as removed."""
    twins = [b for b in blocks[:OPENING_BLOCKS] if headline and same_title(b.text, headline.value)]
    kept = tuple(b for i, b in enumerate(blocks) if i >= OPENING_BLOCKS or b not in twins)
    return kept, tuple(Removed(reason=BoilerplateReason.TITLE, text=b.text) for b in twins)


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    start = 0
    for block in blocks:
        end = start + len(block.text)
        yield Paragraph(start=start, end=end, kind=block.kind)
        start = end + len(PARAGRAPH_BREAK)
