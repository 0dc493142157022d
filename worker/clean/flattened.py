"""Flattened pages: from lines to blocks, in steps that each look at all lines."""

from collections.abc import Iterator, Sequence

from worker.clean.characters import tidy_lines
from worker.clean.cleaned import Block, Cleaned, Line
from worker.clean.cuts import Piece
from worker.clean.decide import inside, outside_reason
from worker.clean.kinds import kinds
from worker.clean.lines.features import Seen, features
from worker.clean.pieces import pieces_of
from worker.clean.repeats import repeats
from worker.clean.title import title_line
from worker.clean.words import BULLET
from worker.model import BoilerplateReason, ParagraphKind, Removed

MOST_LINES = 5_000
"""No article has more; what stands below is removed unread, so that a page of any size costs no more."""


def clean_text(content: str, url: str | None = None) -> Cleaned:
    """The blocks of a page that came as text; every piece of it is either a block or removed."""
    tidied = tidy_lines(content)
    pieces = pieces_of(tidied[:MOST_LINES])
    lines = decide(features(pieces), url) if pieces else []
    blocks = tuple(_blocks(pieces, lines))
    lines += [Line(text=text, reason=BoilerplateReason.OTHER) for text in tidied[MOST_LINES:]]
    removed = tuple(Removed(reason=line.reason, text=line.text) for line in lines if line.reason)
    return Cleaned(blocks=blocks, removed=removed, lines=tuple(lines))


def decide(page: Seen, url: str | None = None) -> list[Line]:
    """Each line with its fate: kept with a kind, or removed with a reason."""
    lines, seen, article = page.texts, page.lines, inside(page)
    reasons = [
        None if kept else f.cue or outside_reason(f.words, sentence_end=f.sentence_end)
        for f, kept in zip(seen, article, strict=True)
    ]
    title = title_line(page, article, url)
    if title is not None:
        reasons = [_title_or(reason, line == lines[title]) for reason, line in zip(reasons, lines, strict=True)]
    kept = [i for i, reason in enumerate(reasons) if reason is None]
    for k in repeats([lines[i] for i in kept], [page.said[i] for i in kept]):
        reasons[kept[k]] = BoilerplateReason.REPEATED
    of_kind = kinds(seen, reasons)
    return [Line(text=lines[i], reason=reasons[i], kind=of_kind[i]) for i in range(len(lines))]


def _title_or(reason: BoilerplateReason | None, is_title: bool) -> BoilerplateReason | None:  # noqa: FBT001 - a helper
    return BoilerplateReason.TITLE if is_title else reason


def _blocks(pieces: Sequence[Piece], lines: Sequence[Line]) -> Iterator[Block]:
    """The kept lines; pieces of one line that stand side by side are one block again."""
    open_line: list[Line] = []
    for piece, line in zip(pieces, lines, strict=True):
        if open_line and not (piece.continues and line.reason is None):
            yield _block(open_line)
            open_line = []
        if line.reason is None:
            open_line.append(line)
    if open_line:
        yield _block(open_line)


def _block(parts: Sequence[Line]) -> Block:
    text, kind = " ".join(part.text for part in parts), parts[0].kind
    bullet = kind is ParagraphKind.LIST_ITEM and not text[0].isdigit()
    return Block(text=BULLET.sub("", text, count=1) if bullet else text, kind=kind)
