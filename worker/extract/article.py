"""Putting the article together: all clues first, then a choice for each field."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from worker.clean import Block, Cleaned
from worker.extract.addresses import canonical_url, countries, images
from worker.extract.authors import authors
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
    return _article(raw, said, headline, blocks, repeated + cleaned.removed)


def _article(
    raw: RawArticle, said: Clues, headline: Clue | None, blocks: Sequence[Block], removed: tuple[Removed, ...]
) -> Article:
    text = PARAGRAPH_BREAK.join(block.text for block in blocks)
    spoken = language(text or (headline.value if headline else ""), said.languages)
    where = countries(raw.url, said.languages, spoken.value.code if spoken else None)
    published = published_at(raw, said.published, where)
    modified = modified_at(raw, said.modified, published, where)
    site, section = label(said.sites), label(said.sections)
    names = authors(said.authors, site.value if site else None)
    opening = standfirst(said.standfirsts, blocks, headline)
    canonical = canonical_url(said.canonical_urls, raw.url)
    pictures = images(said.images, canonical.value if canonical else raw.url)
    minutes = reading_time(text, said.reading_times)
    found: dict[str, Found[object] | None] = {
        "title": headline,
        "standfirst": opening,
        "authors": names,
        "published_at": published,
        "modified_at": modified,
        "language": spoken,
        "canonical_url": canonical,
        "site": site,
        "section": section,
        "images": pictures,
        "reading_time_minutes": minutes,
    }
    return Article(
        id=raw.id,
        text=text,
        paragraphs=tuple(_paragraphs(blocks)),
        title=_or(headline, None),
        standfirst=_or(opening, None),
        authors=_or(names, ()),
        published_at=_or(published, None),
        modified_at=_or(modified, None),
        language=_or(spoken, None),
        url=raw.url,
        canonical_url=_or(canonical, None),
        site=_or(site, None),
        section=_or(section, None),
        images=_or(pictures, ()),
        reading_time_minutes=_or(minutes, None),
        removed=removed,
        provenance={key: value.source for key, value in found.items() if value},
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
