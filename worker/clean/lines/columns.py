"""A page as the network sees it: a row of numbers and a handful of hashed words a line."""

import numpy as np

from worker.clean.lines.buckets import Buckets, buckets
from worker.clean.lines.cohesion import cohesion
from worker.clean.lines.features import Seen
from worker.clean.lines.place import place
from worker.clean.lines.shape import Numbers, shapes


def columns(seen: Seen, stretch: range) -> tuple[Numbers, Buckets]:
    """(lines × columns, lines × `MOST_IDS`); a bucket of 0 stands for no word.

    `stretch` is what the rules take for the article.
    """
    reasons = [line.cue for line in seen.lines]
    shaped = shapes(seen.texts, seen.marks, seen.words, seen.counts, reasons)
    ends = np.array([(line.sentence_end, line.lowercase) for line in seen.lines], np.float32)
    numbers = np.concatenate([shaped, ends, place(seen, stretch), cohesion(seen, stretch.start)], axis=1)
    return numbers, buckets(seen.words, seen.counts)
