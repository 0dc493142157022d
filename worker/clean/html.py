"""HTML pages. The one module that knows trafilatura."""

import logging

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html

from worker.clean.blocks import blocks_of
from worker.clean.cleaned import Block, Cleaned
from worker.clean.leftovers import leftovers

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def clean_html(content: str, url: str | None) -> Cleaned:
    """The blocks of an HTML page."""
    tree = load_html(content)
    if tree is None:
        return Cleaned()
    blocks = _blocks(tree, url)
    return Cleaned(blocks=blocks, removed=leftovers(tree, blocks), markup=tree)


def _blocks(tree: HtmlElement, url: str | None) -> tuple[Block, ...]:
    """What trafilatura takes for the article, comments left out; it works on a copy of the tree."""
    document = bare_extraction(tree, url=url, include_comments=False)
    return tuple(blocks_of(document.body)) if isinstance(document, Document) else ()
