"""An HTML page from its characters to what cleaning makes of it."""

import numpy as np

from worker.clean.cleaned import Block, Cleaned
from worker.clean.html.blocks import blocks_of
from worker.clean.html.choose import choose
from worker.clean.html.clues import PageClues, clues_of, paragraphs_of
from worker.clean.html.features import features
from worker.clean.html.parse import parse
from worker.clean.html.reasons import removed
from worker.clean.html.rules import odds
from worker.clean.html.segments import segments_of
from worker.clean.html.trees import probabilities

SHOWN_SHARE = 0.4
"""A page that shows less of the article than this is read from its script: it is put together in the browser."""


def clean_html(content: str, url: str | None) -> Cleaned:  # noqa: ARG001 - the address says nothing yet
    """The blocks of an HTML page; none where it has no text."""
    tree = parse(content)
    if tree is None:
        return Cleaned()
    clues, page = clues_of(tree, content), segments_of(tree)
    if page is None:
        return Cleaned(blocks=_of_script(clues), markup=tree)
    rows = features(page, clues)
    kept = choose(rows, page.texts, odds(rows, page.texts, probabilities(rows)))
    blocks = tuple(blocks_of(page, kept))
    if sum(len(block.text) for block in blocks) < SHOWN_SHARE * len(clues.body):
        blocks, kept = _of_script(clues), np.zeros_like(kept)
    return Cleaned(blocks=blocks, removed=tuple(removed(page, rows, kept)), markup=tree)


def _of_script(clues: PageClues) -> tuple[Block, ...]:
    return tuple(Block(text=text) for text in paragraphs_of(clues.body))
