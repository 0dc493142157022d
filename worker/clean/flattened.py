"""Flattened pages: from lines to blocks, in steps that each look at all lines."""

from collections.abc import Sequence

from worker.clean.characters import tidy_lines
from worker.clean.cleaned import Block, Cleaned, Line
from worker.clean.cuts import cut
from worker.clean.decide import main_text, outside_reason
from worker.clean.features import Features, features
from worker.clean.headline import headline
from worker.clean.joins import join
from worker.clean.kinds import kinds
from worker.clean.repeats import repeats
from worker.clean.words import BULLET
from worker.model import BoilerplateReason, ParagraphKind, Removed

MOST_LINES = 5_000
"""No article has more; what stands below is removed unread, so that a page of any size costs no more."""


def clean_text(content: str) -> Cleaned:
    """The blocks of a page that came as text; every piece of it is either a block or removed."""
    return clean_lines(tidy_lines(content))


def clean_lines(tidied: list[str]) -> Cleaned:
    """The same, of the page's lines."""
    joined = join(tidied)
    pieces = cut(joined[:MOST_LINES])
    lines = decide([piece.text for piece in pieces], features(pieces))
    lines += [Line(text=text, reason=BoilerplateReason.OTHER) for text in joined[MOST_LINES:]]
    return Cleaned(
        blocks=tuple(_block(line) for line in lines if line.reason is None),
        removed=tuple(Removed(reason=line.reason, text=line.text) for line in lines if line.reason),
        lines=tuple(lines),
    )


def decide(lines: Sequence[str], seen: Sequence[Features]) -> list[Line]:
    """Each line with its fate: kept with a kind, or removed with a reason."""
    inside = main_text(seen)
    reasons = [
        f.cue or (None if i in inside else outside_reason(f.words, sentence_end=f.sentence_end))
        for i, f in enumerate(seen)
    ]
    title = headline(lines, seen, inside.start) if inside else None
    if title is not None:
        reasons = [_title_or(reason, line == lines[title]) for reason, line in zip(reasons, lines, strict=True)]
    kept = [i for i, reason in enumerate(reasons) if reason is None]
    for k in repeats([lines[i] for i in kept]):
        reasons[kept[k]] = BoilerplateReason.REPEATED
    of_kind = kinds(seen, reasons)
    return [Line(text=lines[i], reason=reasons[i], kind=of_kind[i]) for i in range(len(lines))]


def _title_or(reason: BoilerplateReason | None, is_title: bool) -> BoilerplateReason | None:  # noqa: FBT001 - a helper
    return BoilerplateReason.TITLE if is_title else reason


def _block(line: Line) -> Block:
    bullet = line.kind is ParagraphKind.LIST_ITEM and not line.text[0].isdigit()
    return Block(text=BULLET.sub("", line.text, count=1) if bullet else line.text, kind=line.kind)
