"""The article's text: the blocks without what is a field of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from worker.clean import Block
from worker.extract.clues import Clue
from worker.extract.credits import cut_credits
from worker.extract.datelines import cut_dateline
from worker.extract.titles import same_title
from worker.model import BoilerplateReason, Dateline, Paragraph, Removed

PARAGRAPH_BREAK = "\n\n"
OPENING_BLOCKS = 3
"""A title that the cleaning left in the text stands among so many first blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The blocks that stay, what was taken from them, and the credit lines among that."""

    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    credits: tuple[str, ...] = ()

    def text(self) -> str:
        """The blocks' texts with a blank line between each."""
        return PARAGRAPH_BREAK.join(block.text for block in self.blocks)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Where each block stands in the text."""
        start = 0
        for block in self.blocks:
            end = start + len(block.text)
            yield Paragraph(start=start, end=end, kind=block.kind)
            start = end + len(PARAGRAPH_BREAK)


def body_of(blocks: Sequence[Block], titles: Sequence[Clue]) -> Body:
    """The blocks less the headline, however said, where it opens them, and less the credit lines that end them."""
    twins = [b for b in blocks[:OPENING_BLOCKS] if any(same_title(b.text, title.value) for title in titles)]
    kept, lines = cut_credits([b for i, b in enumerate(blocks) if i >= OPENING_BLOCKS or b not in twins])
    removed = [Removed(reason=BoilerplateReason.TITLE, text=b.text) for b in twins]
    removed += [Removed(reason=BoilerplateReason.BYLINE, text=b.text) for b in lines]
    return Body(blocks=kept, removed=tuple(removed), credits=tuple(b.text for b in lines))


def without_dateline(body: Body, published: str | None) -> tuple[Body, Dateline | None]:
    """The body without its dateline, and the dateline."""
    blocks, dateline = cut_dateline(body.blocks, published)
    if dateline is None:
        return body, None
    cut = Removed(reason=BoilerplateReason.DATELINE, text=dateline.text)
    return replace(body, blocks=blocks, removed=(*body.removed, cut)), dateline
