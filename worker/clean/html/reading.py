"""From a page's segments to the blocks of its article: figures, judgement, choice."""

from dataclasses import dataclass

from worker.clean.cleaned import Block
from worker.clean.html.blocks import blocks_of
from worker.clean.html.choose import Choice, choose
from worker.clean.html.clues import PageClues
from worker.clean.html.features import Rows, features
from worker.clean.html.judgement import probabilities
from worker.clean.html.rules import odds
from worker.clean.html.segments import Segments


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The figures of the segments, which of them are the article, and its blocks."""

    rows: Rows
    kept: Choice
    blocks: tuple[Block, ...]


def read(page: Segments, clues: PageClues) -> Reading:
    """The article of the page, as it seems; without blocks where nothing is article."""
    rows = features(page, clues)
    kept = choose(rows, page.texts, odds(rows, page.texts, probabilities(rows)))
    return Reading(rows=rows, kept=kept, blocks=tuple(blocks_of(page, kept)))
