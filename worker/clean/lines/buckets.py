"""The telling words of each line, hashed."""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from worker.clean.lines.marks import Index
from worker.clean.lines.vocabulary import CHECKSUM_BITS, Vocabulary

Buckets = NDArray[np.int32]
BUCKETS = 4096
"""Words are hashed into so many; 0 stands for no word."""
WHOLE_WORDS = 16
"""A line of at most so many words is read whole, of a longer one the beginning and the end."""
FIRST_WORDS, LAST_WORDS, PAIRS = 8, 4, 6
MOST_IDS = WHOLE_WORDS + 2 + PAIRS


def buckets(words: Vocabulary, counts: Index) -> Buckets:
    """The buckets of a line's words, of the first and the last word as such, and of pairs of words; `MOST_IDS` a line.

    The checksum of a text goes on from the checksum of its beginning, so that no text is put together.
    """
    found = np.zeros((len(counts), MOST_IDS), np.int64)
    rows = np.flatnonzero(words.counts)
    read, size = _read(words, counts, rows)
    sums = words.known & ((1 << CHECKSUM_BITS) - 1)
    bytes_of = [word.encode() for word in words.distinct]
    each = np.arange(WHOLE_WORDS)
    found[rows, :WHOLE_WORDS] = np.where(each < size[:, None], _bucket(sums[read]), 0)
    last = words.ids[(words.first + words.counts - 1)[rows]]
    caret = crc32(b"^")
    found[rows, size] = _bucket(np.array([crc32(bytes_of[i], caret) for i in read[:, 0].tolist()], np.int64))
    found[rows, size + 1] = _bucket(np.array([crc32(b"$", known) for known in sums[last].tolist()], np.int64))
    row, place = np.nonzero(each[:PAIRS] < size[:, None] - 1)
    starts, ends = sums[read[row, place]].tolist(), read[row, place + 1].tolist()
    behind = [b" " + word for word in bytes_of]
    pairs = [crc32(behind[end], start) for start, end in zip(starts, ends, strict=True)]
    found[rows[row], size[row] + 2 + place] = _bucket(np.array(pairs, np.int64))
    return found.astype(np.int32)


def _read(words: Vocabulary, counts: Index, rows: Index) -> tuple[Index, Index]:
    """For each of the rows the words that are read of it, and how many these are."""
    most = words.counts[rows]
    whole = counts[rows] <= WHOLE_WORDS
    head = np.minimum(most, np.where(whole, WHOLE_WORDS, FIRST_WORDS))
    tail = np.where(whole, 0, np.minimum(most, LAST_WORDS))
    each = np.arange(WHOLE_WORDS)
    inside = np.where(each < head[:, None], each, each + (most - tail - head)[:, None])
    places = np.minimum(words.first[rows, None] + inside, len(words.ids) - 1)
    return words.ids[places], head + tail


def _bucket(checksums: NDArray[np.int64]) -> NDArray[np.int64]:
    return checksums % (BUCKETS - 1) + 1
