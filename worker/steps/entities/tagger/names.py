"""From a Doc to the tagger's names."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from worker.steps.entities.fold import fold
from worker.steps.entities.lexicon import words
from worker.steps.entities.spans import VALUES
from worker.steps.entities.tagger.decode import decode
from worker.steps.entities.tagger.features import features
from worker.steps.entities.tagger.network import Network
from worker.steps.entities.tagger.vectors import Vectors, load

DATA = Path(__file__).parent / "data"
TYPES = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}
DECIDED = frozenset({"PERSON", "PER", "ORG", "GPE", "LOC", "FAC"})
PLACES = frozenset({"GPE", "LOC", "FAC"})


def names(doc: Doc, network: Network) -> list[tuple[int, int, str]]:
    """First character, end and OntoNotes type of every name: the tagger's, and besides the model's of other types."""
    entities = doc.ents
    if not len(doc):
        return []
    seen = features(doc, entities, vectors())
    found: list[tuple[int, int, str]] = []
    if len(seen.at):
        places = {word: e.label_ for e in entities if e.label_ in PLACES for word in range(e.start, e.end)}
        scores = network.log_probabilities(seen.rows)
        found = [(first, end, _type(doc, first, end, kind, places)) for first, end, kind in decode(seen.at, scores)]
    taken = {word for first, end, _ in found for word in range(first, end)}
    found += [
        (entity.start, entity.end, entity.label_)
        for entity in entities
        if entity.label_ not in DECIDED | VALUES and taken.isdisjoint(range(entity.start, entity.end))
    ]
    return [(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]), type_) for first, end, type_ in sorted(found)]


def _type(doc: Doc, first: int, end: int, kind: str, places: Mapping[int, str]) -> str:
    """OntoNotes tells places apart: as the model did, else by the last word."""
    if kind != "LOC":
        return TYPES[kind]
    taken_for = [places[word] for word in range(first, end) if word in places]
    if taken_for:
        return taken_for[0]
    return "LOC" if fold(doc[end - 1].text) in words("places") and end - first > 1 else TYPES[kind]


@cache
def vectors() -> Vectors:
    """The words' vectors."""
    return load(DATA)


@cache
def trained() -> Network:
    """The trained network."""
    with np.load(DATA / "network.npz") as arrays:
        return Network(**{name: arrays[name].astype(np.float32) for name in arrays})
