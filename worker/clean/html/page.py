"""An HTML page from its characters to what cleaning makes of it."""

import numpy as np

from worker.clean.cleaned import Block, Cleaned
from worker.clean.html.blocks import blocks_of
from worker.clean.html.choose import choose
from worker.clean.html.clues import PageClues, clues_of, paragraphs_of
from worker.clean.html.features import features
from worker.clean.html.judgement import probabilities
from worker.clean.html.missing import MOST_WORDS, says_not_found
from worker.clean.html.parse import parse
from worker.clean.html.reasons import removed
from worker.clean.html.rules import odds
from worker.clean.html.segments import Segments, segments_of
from worker.clean.html.wording import count
from worker.model import SkipReason

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
    told = tuple(removed(page, rows, kept))
    return Cleaned(blocks=blocks, removed=told, markup=tree, skip=_skip(page, clues, blocks))


def _skip(page: Segments, clues: PageClues, blocks: tuple[Block, ...]) -> SkipReason | None:
    """Why the page is no article, where its title or its headline says so and hardly any text contradicts."""
    headlines = (text for text, at in zip(page.texts, page.container, strict=True) if page.tags[at] == "h1")
    if sum(count(block.text) for block in blocks) > MOST_WORDS or not says_not_found((*clues.titles, *headlines)):
        return None
    return SkipReason.NOT_FOUND


def _of_script(clues: PageClues) -> tuple[Block, ...]:
    return tuple(Block(text=text) for text in paragraphs_of(clues.body))
