"""What a kept line of a flattened page is: paragraph, heading or list item."""

from collections.abc import Sequence

from worker.clean.lines.features import PROSE_WORDS, Features
from worker.model import BoilerplateReason, ParagraphKind

LONGEST_HEADING_WORDS = 16


def kinds(seen: Sequence[Features], reasons: Sequence[BoilerplateReason | None]) -> list[ParagraphKind]:
    """The kind of every line; only those without a reason are of interest."""
    found = [ParagraphKind.PARAGRAPH] * len(seen)
    following: Features | None = None
    for i in range(len(seen) - 1, -1, -1):
        if reasons[i] is not None:
            continue
        found[i] = _kind(seen[i], following)
        following = seen[i]
    return found


def _kind(line: Features, following: Features | None) -> ParagraphKind:
    if line.bullet:
        return ParagraphKind.LIST_ITEM
    if following and line.heading_shape and line.words <= LONGEST_HEADING_WORDS and following.words >= PROSE_WORDS:
        return ParagraphKind.HEADING
    return ParagraphKind.PARAGRAPH
