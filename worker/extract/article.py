"""Putting the article together."""

from collections.abc import Iterable

from worker.clean import Block, Cleaned
from worker.model import Article, Paragraph, RawArticle

PARAGRAPH_BREAK = "\n\n"


def extract(raw: RawArticle, cleaned: Cleaned) -> Article:
    """The article of a cleaned page; its text is empty where the page has none."""
    return Article(
        id=raw.id,
        url=raw.url,
        text=PARAGRAPH_BREAK.join(block.text for block in cleaned.blocks),
        paragraphs=tuple(_paragraphs(cleaned.blocks)),
        removed=cleaned.removed,
    )


def _paragraphs(blocks: Iterable[Block]) -> Iterable[Paragraph]:
    start = 0
    for block in blocks:
        end = start + len(block.text)
        yield Paragraph(start=start, end=end, kind=block.kind)
        start = end + len(PARAGRAPH_BREAK)
