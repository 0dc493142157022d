"""What an enrichment is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from worker.model import Article


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a step may look at.

    `doc` is spaCy's reading of `article.text` (`doc.text` is its first `nlp.max_characters` code points, so offsets
    agree), valid only during the call. `sections` holds what the steps before this one made, by name.
    """

    doc: Doc
    article: Article
    sections: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """An enrichment: the key of its section, the function that makes it, the spaCy pipes and the languages it needs.

    `pipes` uses spaCy's standard names (`ner`, `tagger`, `parser`, `senter` …); what those need in turn is found
    by the loader. The function returns None where there is nothing to say: its section is then absent. `languages`
    are ISO 639-1 codes, None where any will do. `prepare` mends the model's reading before the section is made, and
    the steps below see it mended.
    """

    name: str
    make: Callable[[Reading], object]
    pipes: frozenset[str] = frozenset()
    languages: frozenset[str] | None = None
    prepare: Callable[[Reading], None] | None = None
