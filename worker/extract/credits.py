"""The lines under a story that say who reported it: `(Reporting by …; Editing by …)`."""

import re
from collections.abc import Sequence

from worker.clean import Block
from worker.extract.clues import Signature
from worker.model import ParagraphKind, Source

CREDIT_LINE = re.compile(
    r"^[\W_]*(?:additional )?(?:reporting|writing|written|reported|editing)(?: and \w+)? by\s+(?P<who>[^;()]{3,160})",
    re.IGNORECASE,
)
LAST_BLOCKS = 4
LONGEST = 400


def cut_credits(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks without the credit lines among the last, and those lines."""
    last = blocks[-LAST_BLOCKS:]
    lines = [
        b for b in last if b.kind is ParagraphKind.PARAGRAPH and len(b.text) <= LONGEST and CREDIT_LINE.match(b.text)
    ]
    return tuple(b for b in blocks if b not in lines), tuple(lines)


def reporters(lines: Sequence[str]) -> tuple[Signature, ...]:
    """Those whom the lines name as reporters or writers."""
    found = (CREDIT_LINE.match(line) for line in lines if not line.strip("( ").lower().startswith("editing"))
    return tuple(Signature(match["who"], Source.TEXT) for match in found if match)
