"""HTML pages. The one module that knows trafilatura."""

import logging

from trafilatura import bare_extraction
from trafilatura.utils import load_html

from worker.clean.cleaned import Block, Cleaned
from worker.clean.blocks import blocks_of

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def clean_html(content: str, url: str | None) -> Cleaned:
    """The blocks of an HTML page."""
    tree = load_html(content)
    if tree is None:
        return Cleaned()
    document = bare_extraction(tree, url=url, include_comments=False)
    if document is None:
        return Cleaned(markup=tree)
    return Cleaned(blocks=tuple(blocks_of(document.body)), markup=tree)
