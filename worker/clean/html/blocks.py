"""From the segments that are kept to the blocks of the article."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from worker.clean.cleaned import Block
from worker.clean.html.choose import Choice
from worker.clean.html.segments import Segments
from worker.clean.words import count_words, ends_sentence
from worker.model import ParagraphKind

KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ParagraphKind.HEADING),
    **dict.fromkeys(("li", "dd", "dt"), ParagraphKind.LIST_ITEM),
    **dict.fromkeys(("blockquote", "aside"), ParagraphKind.QUOTE),
    "pre": ParagraphKind.PREFORMATTED,
}
LEVELS = 6
"""So far out an element gives its kind to the text in it."""
CELLS = frozenset({"td", "th"})
CELL_SEPARATOR = " | "
LONGEST_CELL = 25
LONGEST_HEADING = 14
ALL_EMPHASISED = 0.95


def blocks_of(page: Segments, kept: Choice) -> Iterator[Block]:
    """The blocks in order: a row of a table is one, and so are lines that a break cuts in the middle of a sentence."""
    chosen = [i for i in range(len(page.texts)) if kept[i]]
    rows = {i: _row(page, i) for i in chosen}
    for _, group in groupby(chosen, key=lambda i: (rows[i], 0 if rows[i] else page.container[i])):
        members = list(group)
        if rows[members[0]] and _is_data(page, members):
            text = CELL_SEPARATOR.join(page.texts[i] for i in members)
            yield Block(text=text, kind=ParagraphKind.TABLE)
        else:
            yield from _lines(page, members)


def _lines(page: Segments, members: Sequence[int]) -> Iterator[Block]:
    """A block a segment, but one for lines of a sentence that goes on behind a line break."""
    text, first = "", -1
    for i in members:
        if text and _goes_on(page, i, text):
            text = f"{text} {page.texts[i]}"
            continue
        if text:
            yield Block(text=text, kind=_kind(page, first))
        text, first = page.texts[i], i
    yield Block(text=text, kind=_kind(page, first))


def _goes_on(page: Segments, i: int, before: str) -> bool:
    return page.breaks[i] == 1 and page.texts[i][0].islower() and not ends_sentence(before)


def _row(page: Segments, i: int) -> int:
    """The container of the table row in which a segment stands, 0 where it stands in none."""
    at = page.container[i]
    for _ in range(LEVELS):
        if page.tags[at] in CELLS:
            parent = page.parent[at]
            return parent if page.tags[parent] == "tr" else 0
        at = page.parent[at]
    return 0


def _is_data(page: Segments, members: Sequence[int]) -> bool:
    """Whether a row holds figures and names; tables that lay out a page hold paragraphs."""
    return all(count_words(page.texts[i]) <= LONGEST_CELL for i in members)


def _kind(page: Segments, i: int) -> ParagraphKind:
    at = page.container[i]
    for _ in range(LEVELS):
        kind = KINDS.get(page.tags[at])
        if kind is not None:
            return kind
        at = page.parent[at]
    return ParagraphKind.HEADING if _bold_heading(page, i) else ParagraphKind.PARAGRAPH


def _bold_heading(page: Segments, i: int) -> bool:
    """Whether a line of its own is all bold, short and no sentence: how editors make headings without the element."""
    text = page.texts[i]
    bold = page.emphasised[i] >= ALL_EMPHASISED * len(text)
    return bold and not page.breaks[i] and count_words(text) <= LONGEST_HEADING and not ends_sentence(text)
