"""Pages as the network learns from them: the worker's columns, and what share of each piece is article."""

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from training.html_labels import covered
from training.lines.page import Page
from worker.clean.characters import tidy_lines
from worker.clean.lines.buckets import Buckets
from worker.clean.lines.columns import columns
from worker.clean.lines.features import features
from worker.clean.lines.shape import Numbers
from worker.clean.pieces import pieces_of
from worker.clean.stretch import main_text

WORD = re.compile(r"\w+")
SHINGLE = 4
MOST_PIECES = 2_000
LEADING_DATE = re.compile(r"^\s*date \d{4}-\d\d-\d\d ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One page: (pieces × columns), (pieces × buckets), and for each piece its share of article and its words."""

    page: Page
    pieces: tuple[str, ...]
    columns: Numbers
    buckets: Buckets
    inside: Numbers
    words: Numbers


def example(page: Page) -> Example | None:
    """The page in numbers, by the worker's own code; None where it has no line."""
    pieces = pieces_of(tidy_lines(LEADING_DATE.sub("", "\n".join(page.lines))))[:MOST_PIECES]
    if not pieces:
        return None
    texts = tuple(piece.text for piece in pieces)
    seen = features(pieces)
    numbers, buckets = columns(seen, main_text(seen.lines))
    inside, words = aligned(texts, page.body)
    return Example(page=page, pieces=texts, columns=numbers, buckets=buckets, inside=inside, words=words)


def aligned(texts: tuple[str, ...], body: str) -> tuple[Numbers, Numbers]:
    """For each text the share of it that is in the body, and its number of words.

    The mean of two views. One reads the body's words in their order, and sees the word of a link that cuts a sentence;
    the other is strict with lines of few words. Where they disagree, in one of fourteen lines of text nodes, the
    network is told a half. The first alone gained 0.005 on wcxb's lines, and lost 0.002 on aed's.
    """
    shares, counts = _by_shingles(texts, body)
    in_order = np.array([found / max(1, total) for total, found in covered(texts, body)], np.float32)
    return (shares + in_order) * np.float32(0.5), counts


def _by_shingles(texts: tuple[str, ...], body: str) -> tuple[Numbers, Numbers]:
    """Of each text the share of its four-word shingles that the body still has, and its number of words.

    A text of fewer words is inside where it is a whole line of the body. What a text takes is gone for the next.
    """
    words = WORD.findall(body)
    left = Counter(zip(*(words[i:] for i in range(SHINGLE)), strict=False))
    whole = Counter(" ".join(WORD.findall(line)) for line in body.split("\n"))
    shares, counts = [], []
    for text in texts:
        own = WORD.findall(text)
        shingles = list(zip(*(own[i:] for i in range(SHINGLE)), strict=False))
        hits = [shingle for shingle in shingles if left[shingle] > 0]
        share = len(hits) / len(shingles) if shingles else float(bool(own) and whole[" ".join(own)] > 0)
        if share >= 0.5:
            left.subtract(hits)
            whole[" ".join(own)] -= 1
        shares.append(share)
        counts.append(max(1, len(own)))
    return np.array(shares, np.float32), np.array(counts, np.float32)
