"""The schema says exactly what is published, and the committed file is the schema."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.wire.samples import BARE, FULL, SECTIONS, documents
from worker import steps
from worker.model import Document
from worker.wire import encode, schema

COMMITTED = Path(__file__).parents[2] / "config" / "enriched-article.schema.json"


def closed(node: object) -> object:
    """The schema without room for unknown keys, to find a key that it does not know."""
    if isinstance(node, list):
        return [closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    shut = {key: closed(value) for key, value in node.items()}
    return shut | {"additionalProperties": False} if isinstance(node.get("properties"), dict) else shut


SCHEMA = schema(SECTIONS)
VALIDATOR = Draft202012Validator(closed(SCHEMA))  # type: ignore[arg-type]  # a schema stays a mapping


def mistakes(published: bytes) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(orjson.loads(published))]


def test_the_committed_schema_follows_from_the_types() -> None:
    made = orjson.dumps(schema(steps.sections()), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    assert COMMITTED.read_bytes() == made, "Run `news-worker schema -o config/enriched-article.schema.json`."


def test_it_is_a_valid_schema_of_its_draft() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("document", [FULL, BARE])
@pytest.mark.parametrize("removed", ["off", "counts", "lines"])
def test_published_documents_satisfy_it(document: Document, removed: Literal["off", "counts", "lines"]) -> None:
    assert mistakes(encode(document, removed)) == []


@settings(derandomize=True, max_examples=200, deadline=None)
@given(documents, st.sampled_from(["off", "counts", "lines"]))
def test_any_published_document_satisfies_it(document: Document, removed: Literal["off", "counts", "lines"]) -> None:
    assert mistakes(encode(document, removed)) == []


@pytest.mark.parametrize(
    ("wrong", "mistake"),
    [
        ({"id": None}, "None is not of type 'string'"),
        ({"title": None}, "None is not of type 'string'"),
        ({"authors": []}, "[] should be non-empty"),
        ({"authors": [{"name": "x"}]}, "'kind' is a required property"),
        ({"paragraphs": [{"start": 0, "end": 1, "kind": "poem"}]}, "'poem' is not one of"),
        ({"published_at": "28 March"}, "does not match"),
        ({"schema_version": 2}, "1 was expected"),
        ({"provenance": {"title": "rumour"}}, "'rumour' is not one of"),
        ({"removed": {"counts": {"boredom": 1}}}, "'boredom' is not one of"),
        ({"weather": {"degrees": 3}}, "'sky' is a required property"),
        ({"unheard": 1}, "'unheard' was unexpected"),
    ],
)
def test_it_finds_what_is_wrong(wrong: dict[str, object], mistake: str) -> None:
    published = orjson.loads(encode(FULL, "lines")) | wrong
    assert any(mistake in message for message in mistakes(orjson.dumps(published)))


def test_consumers_may_meet_keys_of_a_newer_worker() -> None:
    assert Draft202012Validator(SCHEMA).is_valid(orjson.loads(encode(BARE, "off")) | {"unheard": 1})


def test_every_property_and_type_has_its_sentence() -> None:
    properties = SCHEMA["properties"]
    assert isinstance(properties, dict)
    assert [key for key, node in properties.items() if key not in SECTIONS and not node.get("description")] == []
    assert [name for name, node in definitions() if not node.get("description")] == []


def definitions() -> Iterator[tuple[str, dict[str, object]]]:
    nodes = SCHEMA["$defs"]
    assert isinstance(nodes, dict)
    yield from nodes.items()


def test_a_step_cannot_take_a_key_of_the_document() -> None:
    with pytest.raises(ValueError, match="A step cannot be named title"):
        schema({"title": str})
