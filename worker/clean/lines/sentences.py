"""Long lines in sentences: a page whose line breaks were lost is still many pieces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from worker.clean.cuts import Piece

LONG_WORDS = 100
"""Of the paragraphs of news, one in thirty has more words."""
SHORTEST_WORDS = 4
SENTENCE_END = re.compile(r"(?<=[.!?。！？…])[\"'”’)\]]*(?:\s+(?=[^\W_a-z]|[\"“'‘(])|(?<=[。！？])(?=.))")


def split(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those of more than `LONG_WORDS` words one a sentence; what goes on in a line says so."""
    return [new for piece in pieces for new in _sentences(piece)]


def _sentences(piece: Piece) -> Iterator[Piece]:
    if piece.reason or piece.text.count(" ") < LONG_WORDS:
        yield piece
        return
    start = 0
    for end in _ends(piece.text):
        if text := piece.text[start:end].strip():
            yield replace(piece, text=text, continues=piece.continues or start > 0)
        start = end


def _ends(text: str) -> Iterator[int]:
    start = 0
    for match in SENTENCE_END.finditer(text):
        if text.count(" ", start, match.end()) >= SHORTEST_WORDS:
            start = match.end()
            yield start
    yield len(text)
