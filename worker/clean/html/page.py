"""An HTML page from its characters to what cleaning makes of it."""

import numpy as np

from worker.clean.cleaned import Block, Cleaned
from worker.clean.html.clues import PageClues, clues_of
from worker.clean.html.missing import MOST_WORDS, says_not_found
from worker.clean.html.parse import parse
from worker.clean.html.reading import read
from worker.clean.html.reasons import removed
from worker.clean.html.segments import Segments, segments_of
from worker.clean.html.unshown import unshown
from worker.clean.html.wording import count
from worker.model import SkipReason


def clean_html(content: str, url: str | None) -> Cleaned:  # noqa: ARG001 - the address says nothing yet
    """The blocks of an HTML page; none where it has no text."""
    tree = parse(content)
    if tree is None:
        return Cleaned()
    clues, page = clues_of(tree, content), segments_of(tree)
    if page is None:
        return Cleaned(blocks=unshown(tree, clues, ()), markup=tree)
    reading = read(page, clues)
    blocks, kept = reading.blocks, reading.kept
    instead = unshown(tree, clues, blocks)
    if instead:
        blocks, kept = instead, np.zeros_like(kept)
    told = tuple(removed(page, reading.rows, kept))
    return Cleaned(blocks=blocks, removed=told, markup=tree, skip=_skip(page, clues, blocks))


def _skip(page: Segments, clues: PageClues, blocks: tuple[Block, ...]) -> SkipReason | None:
    """Why the page is no article, where its title or its headline says so and hardly any text contradicts."""
    headlines = (text for text, at in zip(page.texts, page.container, strict=True) if page.tags[at] == "h1")
    if sum(count(block.text) for block in blocks) > MOST_WORDS or not says_not_found((*clues.titles, *headlines)):
        return None
    return SkipReason.NOT_FOUND
