"""HTML pages. The one module that knows trafilatura."""

import logging
from collections.abc import Sequence

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html

from worker.clean.blocks import blocks_of
from worker.clean.cleaned import Block, Cleaned
from worker.clean.cues import cue
from worker.clean.flattened import clean_lines
from worker.clean.leftovers import leftovers, lines_of
from worker.clean.repeats import repeats
from worker.clean.words import count_words
from worker.model import BoilerplateReason, ParagraphKind

# It logs every page that it finds nothing in; that is an outcome here, and counted.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

LARGE_CHARACTERS = 300_000
MOST_ELEMENTS = 20_000
"""Trafilatura's time grows with the square of the number of elements: 120,000 of them, 5 MB, took it 11 s."""
NOT_IN_PARAGRAPHS = frozenset(
    {
        BoilerplateReason.ADVERTISEMENT,
        BoilerplateReason.BYLINE,
        BoilerplateReason.CAPTION,
        BoilerplateReason.COMMENT,
        BoilerplateReason.METADATA,
        BoilerplateReason.RELATED_LINKS,
        BoilerplateReason.SHARE_BAR,
        BoilerplateReason.SUBSCRIPTION,
    }
)
"""Cues that are believed against trafilatura. Of the others, as many words belong to articles as do not."""


def clean_html(content: str, url: str | None) -> Cleaned:
    """The blocks of an HTML page: trafilatura's, or those of its lines where the page is too large for that."""
    tree = load_html(content)
    if tree is None:
        return Cleaned()
    if len(content) > LARGE_CHARACTERS and sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        page = clean_lines(lines_of(tree))
        return Cleaned(blocks=page.blocks, removed=page.removed, markup=tree)
    blocks = _sifted(_blocks(tree, url))
    return Cleaned(blocks=blocks, removed=leftovers(tree, blocks), markup=tree)


def _blocks(tree: HtmlElement, url: str | None) -> tuple[Block, ...]:
    """What trafilatura takes for the article, comments left out; it works on a copy of the tree."""
    document = bare_extraction(tree, url=url, include_comments=False)
    return tuple(blocks_of(document.body)) if isinstance(document, Document) else ()


def _sifted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without paragraphs that their words give away, and each of the others once."""
    kept = [block for block in blocks if not _given_away(block)]
    again = repeats([block.text for block in kept])
    return tuple(block for i, block in enumerate(kept) if i not in again)


def _given_away(block: Block) -> bool:
    return block.kind is ParagraphKind.PARAGRAPH and cue(block.text, count_words(block.text)) in NOT_IN_PARAGRAPHS
