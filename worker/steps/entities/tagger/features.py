"""What the tagger sees of each word that may be part of a name."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from worker.steps.entities.spans import VALUES
from worker.steps.entities.tagger.chunks import chunks
from worker.steps.entities.tagger.shapes import shape
from worker.steps.entities.tagger.vectors import Floats, Vectors

KINDS = {"PERSON": 0, "PER": 0, "ORG": 1, "GPE": 2, "LOC": 3, "FAC": 4, "NORP": 5}
VALUE, OTHER, NONE, LABELS = 6, 7, 8, 9
CAPITAL, SMALL, DIGIT, BREAK, END = 0, 2, 3, 9, 11
"""Columns of `shape`."""
WIDE, NEAR = 2, 1
"""How many neighbours on either side are seen of words and labels, and of the rest."""


class Seen(NamedTuple):
    """The places of the words that may be part of a name, and a row of features for each."""

    at: NDArray[np.intp]
    rows: Floats


def features(doc: Doc, entities: Sequence[Span], vectors: Vectors) -> Seen:
    """The candidates: words with a capital, words that the model took for a name, and what stands between such."""
    hashes = np.asarray(doc.to_array(["LOWER", "ORTH"]), dtype=np.uint64)
    lower = hashes[:, 0]
    _, first, back = np.unique(hashes[:, 1], return_index=True, return_inverse=True)
    forms = [doc[n].text for n in first.tolist()]
    shapes = np.array([shape(form) for form in forms], dtype=np.float32)[back]
    labels, edges = _labels(len(doc), entities)
    named = (shapes[:, CAPITAL] > 0) | (labels[:, [*range(VALUE), OTHER]].sum(axis=1) > 0)
    numbers = (shapes[:, DIGIT] > 0) & np.pad(named, 1)[2:]  # 3rd Army, 30 Seconds to Mars
    at = np.flatnonzero(_candidates(named | numbers))
    meanings = vectors.of(lower)
    small = [form.lower() for form in forms]
    found = chunks([small[n] for n in back.tolist()], shapes[:, CAPITAL] > 0)
    parts = [
        *_window(meanings, at, WIDE),
        *_window(labels, at, WIDE),
        *_window(np.concatenate([shapes, _starts(shapes)], axis=1), at, WIDE),
        *_window(edges, at, NEAR),
        *_window(_elsewhere(lower, shapes, labels), at, NEAR),
        found.about[at],
        meanings[found.last[at]] * (found.last[at] >= 0)[:, None],
        meanings[found.head[at]] * (found.head[at] >= 0)[:, None],
    ]
    return Seen(at, np.concatenate(parts, axis=1, dtype=np.float32))


def _candidates(named: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The words themselves, and up to two that stand between them ("of the")."""
    wide = np.pad(named, 2)
    before, after = wide[1:-3], wide[3:-1]
    return np.asarray(named | (before & after) | (before & wide[4:]) | (wide[:-4] & after))


def _labels(length: int, entities: Sequence[Span]) -> tuple[Floats, Floats]:
    """What the model took each word for, and where its names begin and end."""
    labels, edges = np.zeros((length, LABELS), np.float32), np.zeros((length, 2), np.float32)
    labels[:, NONE] = 1
    for entity in entities:
        kind = VALUE if entity.label_ in VALUES else KINDS.get(entity.label_, OTHER)
        labels[entity.start : entity.end, kind], labels[entity.start : entity.end, NONE] = 1, 0
        edges[entity.start, 0] = edges[entity.end - 1, 1] = 1
    return labels, edges


def _starts(shapes: Floats) -> Floats:
    """Whether a word begins a line, a sentence as its full stop tells, or neither."""
    before = np.concatenate([np.ones((1, shapes.shape[1]), np.float32), shapes[:-1]])
    return before[:, [BREAK, END]]


def _elsewhere(lower: NDArray[np.uint64], shapes: Floats, labels: Floats) -> Floats:
    """What the model made of the same word in all of the article, and how it is written there."""
    _, word, counts = np.unique(lower, return_inverse=True, return_counts=True)
    sums = np.zeros((len(counts), LABELS + 2), np.float32)
    inner = shapes[:, [CAPITAL]] * (1 - _starts(shapes).max(axis=1, keepdims=True))
    np.add.at(sums, word, np.concatenate([labels, shapes[:, [SMALL]], inner], axis=1))
    shares = sums / counts[:, None]
    return np.concatenate([shares, np.log1p(counts)[:, None] / 3], axis=1, dtype=np.float32)[word]


def _window(columns: Floats, at: NDArray[np.intp], width: int) -> list[Floats]:
    """The columns of the words around each place, those beyond the text's ends all zero."""
    padded = np.pad(columns, ((width, width), (0, 0)))
    return [padded[at + offset] for offset in range(2 * width + 1)]
