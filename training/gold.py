"""The articles with known names."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import filter_spans

from tests.quality.entities import NAMES as SETS
from tests.quality.entities import articles
from worker.nlp import load, read
from worker.settings import Settings
from worker.steps.entities.tagger.decode import TAGS
from worker.steps.entities.tagger.features import Seen, features
from worker.steps.entities.tagger.names import vectors

PIPES = frozenset({"ner"})


class Text(NamedTuple):
    """An article with its answers, as the language model read it, and what the tagger sees of it."""

    item: dict[str, Any]
    doc: Doc
    seen: Seen

    @property
    def tags(self) -> NDArray[np.intp]:
        """The right tag of each word that the tagger sees."""
        tags = np.zeros(len(self.doc), np.intp)
        spans = [
            self.doc.char_span(gold["start"], gold["end"], label=gold["type"], alignment_mode="expand")
            for gold in self.item["gold"]["entities"]
        ]
        for span in filter_spans([span for span in spans if span is not None]):
            tags[span.start] = TAGS.index(f"B-{span.label_}")
            tags[span.start + 1 : span.end] = TAGS.index(f"I-{span.label_}")
        return tags[self.seen.at]


def texts(name: str) -> list[Text]:
    """The articles of a set, in its order."""
    items = articles(name)
    read_ = read_all([item["text"] for item in items])
    return [Text(item, doc, seen) for item, (doc, seen) in zip(items, read_, strict=True)]


def read_all(of: Sequence[str]) -> list[tuple[Doc, Seen]]:
    """Texts as the language model that the settings name by default reads them, and what the tagger sees of them."""
    nlp = load(Settings().nlp, PIPES)
    return [(doc, features(doc, doc.ents, vectors())) for doc in (read(nlp, text) for text in of)]


__all__ = ["SETS", "Text", "read_all", "texts"]
