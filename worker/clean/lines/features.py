"""What can be seen of a line without understanding it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from worker.clean.cues import cue
from worker.clean.cuts import Piece
from worker.clean.lines.shape import shape
from worker.clean.words import BULLET, count_words, ends_sentence, lowercase_share
from worker.model import BoilerplateReason

PROSE_WORDS = 10
"""From so many words on a line with a full stop is running text."""
GLUED = re.compile(r"[a-zß-ÿ.)][A-ZÀ-Þ]")
ENDS_LIKE_NO_HEADING = (":", ",", ";", "…", "...", '"', "”", "“", "»")


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """One line in numbers: its length in words, its shape, its place, and the reason that its words give away."""

    words: int
    sentence_end: bool
    lowercase: float
    """Share of the words that begin with a small letter."""
    bullet: bool
    heading_shape: bool
    glued: int
    """Places where a capital follows a small letter: words of several elements run together."""
    repeats: int
    """How often the page has this very line."""
    cut: bool
    """Whether it stood within a line, cut off for the reason that is its cue."""
    continues: bool
    """Whether it goes on in the line of the piece before it."""
    cue: BoilerplateReason | None
    tokens: tuple[str, ...]
    """Its words in small letters."""
    numbers: tuple[float, ...]
    """Its shape in numbers, for the network."""
    buckets: tuple[int, ...]
    """Its telling words, hashed, for the network."""


def features(pieces: Sequence[Piece]) -> list[Features]:
    """The features of every piece, in order; a reason that a cut has found counts as its cue."""
    counts = Counter(piece.text for piece in pieces)
    return [_features(piece, counts[piece.text]) for piece in pieces]


def _features(piece: Piece, repeats: int) -> Features:
    words, sentence_end = count_words(piece.text), ends_sentence(piece.text)
    reason = piece.reason or cue(piece.text, words)
    looks = shape(piece.text, words, reason)
    return Features(
        words=words,
        sentence_end=sentence_end,
        lowercase=lowercase_share(piece.text),
        bullet=BULLET.match(piece.text) is not None,
        heading_shape=not sentence_end and not piece.text.endswith(ENDS_LIKE_NO_HEADING),
        glued=len(GLUED.findall(piece.text)),
        repeats=repeats,
        cut=piece.reason is not None,
        continues=piece.continues,
        cue=reason,
        tokens=looks.tokens,
        numbers=looks.numbers,
        buckets=looks.buckets,
    )
