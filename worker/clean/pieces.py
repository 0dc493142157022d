"""What of a flattened page is kept or removed as one."""

from worker.clean.cuts import Piece, cut
from worker.clean.joins import join
from worker.clean.lines.sentences import split


def pieces_of(lines: list[str]) -> list[Piece]:
    """Lines put together again where flattening broke them, boilerplate within them cut off, long ones in sentences."""
    return split(cut(join(lines)))
