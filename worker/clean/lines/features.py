"""What can be seen of a page's lines without understanding them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from worker.clean.cues import cues_of
from worker.clean.cuts import Piece
from worker.clean.lines.marks import ALPHA, UPPER, Index, Marks, glued_in, marked, tokens_of, words_in
from worker.clean.lines.vocabulary import Vocabulary, vocabulary
from worker.clean.repeats import sayings
from worker.clean.words import BULLET, ends_sentence
from worker.model import BoilerplateReason

PROSE_WORDS = 10
"""From so many words on a line with a full stop is running text."""
ENDS_LIKE_NO_HEADING = (":", ",", ";", "…", "...", '"', "”", "“", "»")


class Features(NamedTuple):
    """One line in numbers: its length in words, its shape, and the reason that its words give away.

    No dataclass, for making one costs four times as much, and pages have hundreds of lines.
    """

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A page's lines, what is seen of each, and their characters and words as numbers."""

    texts: tuple[str, ...]
    lines: tuple[Features, ...]
    marks: Marks
    words: Vocabulary
    counts: Index
    """Words of each line, as they are counted for people."""
    said: Sequence[bytes]
    """What each line says, by which repeats are found."""


def features(pieces: Sequence[Piece]) -> Seen:
    """What is seen of every piece, in order; a reason that a cut has found counts as its cue."""
    texts = tuple(piece.text for piece in pieces)
    marks, again = marked(texts), Counter(texts)
    counts = words_in(marks)
    words = counts.tolist()
    ends = [ends_sentence(text) for text in texts]
    rows = zip(
        words,
        ends,
        _lowercase(marks).tolist(),
        [BULLET.match(text) is not None for text in texts],
        [not end and not text.endswith(ENDS_LIKE_NO_HEADING) for text, end in zip(texts, ends, strict=True)],
        glued_in(marks).tolist(),
        [again[text] for text in texts],
        [piece.reason is not None for piece in pieces],
        [piece.continues for piece in pieces],
        [piece.reason or cue for piece, cue in zip(pieces, cues_of(texts, words), strict=True)],
        strict=True,
    )
    lines = tuple(Features(*row) for row in rows)
    known = vocabulary(marks)
    return Seen(texts=texts, lines=lines, marks=marks, words=known, counts=counts, said=sayings(known))


def _lowercase(marks: Marks) -> NDArray[np.float64]:
    """What `lowercase_share` says of each line."""
    tokens = tokens_of(marks)
    initials = marks.bits[tokens.starts]
    letters = (initials & ALPHA) != 0
    of_letters = np.add.reduceat(letters, tokens.first, dtype=np.intp)
    small = np.add.reduceat(letters & ((initials & UPPER) == 0), tokens.first, dtype=np.intp)
    found: NDArray[np.float64] = small / np.maximum(1, of_letters)
    return found
