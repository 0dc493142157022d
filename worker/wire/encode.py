"""A document to the JSON that is published."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

import orjson

from worker.model import SCHEMA_VERSION, Document, Removed
from worker.wire.characters import encodable
from worker.wire.keys import KEYS_AFTER_SECTIONS, KEYS_BEFORE_SECTIONS
from worker.wire.slim import slim_items


def encode(document: Document, removed: Literal["off", "counts", "lines"]) -> bytes:
    """The published JSON: keys in a fixed order, `text` unchanged, nothing that is None or empty.

    `removed` says how much is told of the boilerplate. The same document gives the same bytes.
    """
    items = list(_items(document, told_of(document.article.removed, removed)))
    try:
        return orjson.dumps(slim_items(items))
    except TypeError:  # A page's scripts and entities can bring in surrogates, which UTF-8 has no bytes for.
        return orjson.dumps(slim_items(items, encodable))


def told_of(removed: tuple[Removed, ...], how: Literal["off", "counts", "lines"]) -> dict[str, object]:
    """The published `removed`, empty where there is nothing to tell."""
    if how == "off" or not removed:
        return {}
    counts = Counter(line.reason.value for line in removed)
    told: dict[str, object] = {"counts": dict(sorted(counts.items()))}
    if how == "lines":
        told["lines"] = removed
    return told


def _items(document: Document, removed: dict[str, object]) -> Iterator[tuple[str, object]]:
    beside = {"schema_version": SCHEMA_VERSION, "removed": removed, "problems": document.problems}

    def own(keys: Iterable[str]) -> Iterator[tuple[str, object]]:
        for key in keys:
            yield key, beside[key] if key in beside else getattr(document.article, key)

    yield from own(KEYS_BEFORE_SECTIONS)
    yield from document.sections.items()
    yield from own(KEYS_AFTER_SECTIONS)
