"""Paragraphs that a page shows twice, as a standfirst and in the body, or in a pull quote."""

from collections.abc import Sequence

import numpy as np

from worker.clean.lines.vocabulary import Vocabulary
from worker.clean.words import TERMINAL

SHORTEST_WORDS = 6
"""Shorter lines may well be said twice."""


def sayings(words: Vocabulary) -> list[bytes]:
    """What each line says, the same for the same words in small letters; nothing where it has few."""
    size = np.dtype(np.int32).itemsize
    said = words.ids.astype(np.int32).tobytes()
    places = zip((words.first * size).tolist(), (words.counts * size).tolist(), strict=True)
    return [said[at : at + length] if length >= SHORTEST_WORDS * size else b"" for at, length in places]


def repeats(lines: Sequence[str], said: Sequence[bytes]) -> set[int]:
    """The indices of lines that another one says too: of the two, the first that ends like a sentence stays."""
    kept: dict[bytes, int] = {}
    dropped: set[int] = set()
    for i, saying in enumerate(said):
        before = kept.setdefault(saying, i) if saying else i
        if before == i:
            continue
        if not TERMINAL.search(lines[before]) and TERMINAL.search(lines[i]):
            kept[saying] = i
            dropped.add(before)
        else:
            dropped.add(i)
    return dropped
