"""The article of a page that does not show it: it is put together in the browser, or held back there."""

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from worker.clean.cleaned import Block
from worker.clean.html.clues import PageClues, paragraphs_of, trigrams
from worker.clean.html.parse import parse
from worker.clean.html.reading import read
from worker.clean.html.scripts.agreement import agreement
from worker.clean.html.scripts.sources import sources
from worker.clean.html.segments import segments_of
from worker.clean.html.wording import count

MOST_SOURCES, LONGEST_SOURCE = 5, 500_000
SHOWN_SHARE = 0.4
"""A page that shows less of the article than this is read from its script: it is put together in the browser."""
LITTLE = 1_200
"""Characters. Of a page that shows more its scripts are not read."""
LEAST_AGREEMENT = 0.35
LEAST_WORDS = 80
TEASER = 200
"""So many characters that are shown must be the beginning of it; fewer may be anything."""
TEASER_SHARE = 0.3


def unshown(tree: HtmlElement, clues: PageClues, shown: Sequence[Block]) -> tuple[Block, ...]:
    """The article from what is not shown; empty where what is shown is not too little, or there is nothing else."""
    size = sum(len(block.text) for block in shown)
    if size < SHOWN_SHARE * len(clues.body):
        return tuple(Block(text=text) for text in paragraphs_of(clues.body))
    if size >= LITTLE:
        return ()
    best: tuple[Block, ...] = ()
    score = 0.0
    beginning = " ".join(block.text for block in shown) if size >= TEASER else ""
    for source in islice(sources(tree, clues, beginning), MOST_SOURCES):
        found = _blocks(source[:LONGEST_SOURCE], clues)
        text = "\n".join(block.text for block in found)
        agreed = agreement(clues, text)
        worth = count(text) * agreed**2
        if worth > score and agreed >= LEAST_AGREEMENT and count(text) >= LEAST_WORDS:
            best, score = found, worth
    enough = sum(len(block.text) for block in best) * SHOWN_SHARE > size
    return _below(shown, best) if enough and _holds(best, beginning) else ()


def _blocks(source: str, clues: PageClues) -> tuple[Block, ...]:
    tree = parse(f"<html><body>{source}</body></html>") if source else None
    page = segments_of(tree) if tree is not None else None
    return read(page, clues).blocks if page is not None else ()


def _holds(found: Sequence[Block], beginning: str) -> bool:
    """Whether what is shown is a part of it."""
    known = trigrams(beginning)
    return len(known & trigrams(" ".join(block.text for block in found))) >= TEASER_SHARE * len(known)


def _below(shown: Sequence[Block], found: tuple[Block, ...]) -> tuple[Block, ...]:
    """The article, behind what is shown above its beginning: a standfirst, which states have under another key."""
    texts = {block.text for block in found}
    above = next((i for i, block in enumerate(shown) if block.text in texts), 0)
    return (*shown[:above], *found)
