"""The JSON Schema of what is published, made from the types."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_type_hints

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from worker.model import SCHEMA_VERSION, Article, BoilerplateReason, Problem, Removed
from worker.wire.keys import KEYS_AFTER_SECTIONS, KEYS_BEFORE_SECTIONS
from worker.wire.published_form import Node, published_form

_DATE = r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}(:\d{2})?)?)?$"
_MORE: dict[str, Node] = {
    "published_at": {"pattern": _DATE},
    "modified_at": {"pattern": _DATE},
    "reading_time_minutes": {"minimum": 1},
}
_MODE: JsonSchemaMode = "validation"


@dataclass(frozen=True)
class RemovedBoilerplate:
    """What was taken out of the page: how many lines for each reason, and the lines where the settings say so."""

    counts: Mapping[BoilerplateReason, int]
    lines: tuple[Removed, ...] = ()


def schema(sections: Mapping[str, object]) -> Node:
    """JSON Schema (2020-12) of a published document whose sections have the given types, by step name.

    A newer worker may add keys, so unknown ones are allowed.
    """
    types = _types(sections)
    made, shared = TypeAdapter.json_schemas(
        [(key, _MODE, TypeAdapter(cast("type[object]", kind))) for key, kind in types.items()],
        ref_template="#/$defs/{model}",
    )
    definitions = cast("dict[str, Node]", shared.get("$defs", {}))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:news-worker:enriched-article:{SCHEMA_VERSION}",
        "title": "Enriched article",
        "description": "One news article, read out of a raw page, with a section for each enrichment that was run.",
        "type": "object",
        "properties": {key: _sentence(key) | published_form(made[key, _MODE]) | _MORE.get(key, {}) for key in types},
        "required": ["schema_version", "id", "text"],
        "additionalProperties": True,
        "$defs": {name: published_form(node) for name, node in definitions.items()},
    }


def _types(sections: Mapping[str, object]) -> dict[str, object]:
    """The type of every published key, in the order of publishing."""
    own = get_type_hints(Article) | {
        "schema_version": Literal[SCHEMA_VERSION],
        "removed": RemovedBoilerplate,
        "problems": tuple[Problem, ...],
    }
    if taken := sections.keys() & own.keys():
        raise ValueError(f"A step cannot be named {', '.join(sorted(taken))}: the document has such a key already.")
    before = {key: own[key] for key in KEYS_BEFORE_SECTIONS}
    return {**before, **sections, **{key: own[key] for key in KEYS_AFTER_SECTIONS}}


def _sentence(key: str) -> Node:
    sentence = (KEYS_BEFORE_SECTIONS | KEYS_AFTER_SECTIONS).get(key)
    return {"description": sentence} if sentence else {}
