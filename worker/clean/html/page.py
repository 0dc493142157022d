"""An HTML page from its characters to what cleaning makes of it."""

from worker.clean.cleaned import Cleaned
from worker.clean.html.blocks import blocks_of
from worker.clean.html.choose import choose
from worker.clean.html.clues import clues_of
from worker.clean.html.features import features
from worker.clean.html.parse import parse
from worker.clean.html.reasons import removed
from worker.clean.html.rules import odds
from worker.clean.html.segments import segments_of
from worker.clean.html.trees import probabilities


def clean_html(content: str, url: str | None) -> Cleaned:  # noqa: ARG001 - the address says nothing yet
    """The blocks of an HTML page; none where it has no text."""
    tree = parse(content)
    if tree is None:
        return Cleaned()
    page = segments_of(tree)
    if not page.texts:
        return Cleaned(markup=tree)
    rows = features(page, clues_of(tree, content))
    kept = choose(rows, page.texts, odds(rows, page.texts, probabilities(rows)))
    return Cleaned(blocks=tuple(blocks_of(page, kept)), removed=tuple(removed(page, rows, kept)), markup=tree)
