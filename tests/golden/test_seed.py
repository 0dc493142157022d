"""The seed, read by a careful person: `seed.json` beside this file holds what the page says of itself."""

import json
from pathlib import Path
from typing import Any

import pytest

from worker.model import Enriched, Record
from worker.pipeline import Pipeline
from worker.settings import Output, Settings

HERE = Path(__file__).parent
SEED = HERE.parent.parent / "samples" / "seed.txt"
EXPECTED = json.loads((HERE / "seed.json").read_text(encoding="utf-8"))
PEOPLE = {
    "Lavrov": ["Sergei Lavrov", "Lavrov", "Lavrov"],
    "Peskov": ["Dmitry Peskov", "Peskov"],
    "Putin": ["Vladimir Putin", "Putin", "Putin", "Putin"],
    "Zelensky": ["Volodymyr Zelensky", "Zelensky", "Zelensky", "Zelenskyy", "Zelensky"],
}
QUOTED = {
    "counterproductive": "Lavrov",
    "has said he has never refused": "Lavrov",
    "been brewing so long": "Lavrov",
    "talks in Istanbul is unlikely": "Peskov",
}
PLACES = {
    "Ukraine": "UA",
    "Turkey": "TR",
    "Moscow": "RU",
    "Russia": "RU",
    "Istanbul": "TR",
    "Paris": "FR",
    "Russian": "RU",
}
TIMES = {"Monday": {"2022-03-28"}, "Tuesday": {"2022-03-29"}, "2019": {"2019"}}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The published document of the seed, with the removed lines told."""
    pipeline = Pipeline(Settings(output=Output(removed="lines")))
    (outcome,) = pipeline.process([Record(value=SEED.read_bytes())])
    assert isinstance(outcome, Enriched)
    found: dict[str, Any] = json.loads(outcome.document)
    return found


@pytest.mark.parametrize("key", ["title", "standfirst", "authors", "published_at", "reading_time_minutes"])
def test_a_field_is_what_the_page_says(document: dict[str, Any], key: str) -> None:
    assert document[key] == EXPECTED[key]


def test_the_language_is_found(document: dict[str, Any]) -> None:
    assert document["language"]["code"] == EXPECTED["language"]
    assert document["language"]["confidence"] > 0.99


def test_the_body_has_these_paragraphs_and_its_one_heading(document: dict[str, Any]) -> None:
    text = document["text"]
    assert [[p["kind"], text[p["start"] : p["end"]]] for p in document["paragraphs"]] == EXPECTED["paragraphs"]
    assert text == "\n\n".join(paragraph for _, paragraph in EXPECTED["paragraphs"])


def test_the_rest_is_removed_with_its_reason(document: dict[str, Any]) -> None:
    assert [[line["reason"], line["text"]] for line in document["removed"]["lines"]] == EXPECTED["removed"]


def test_every_field_says_that_it_was_read_from_the_text(document: dict[str, Any]) -> None:
    inferred = ("title", "standfirst", "authors", "published_at", "language", "reading_time_minutes")
    assert {key: document["provenance"][key] for key in inferred} == dict.fromkeys(inferred, "text")


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_is_one_entity_however_written(document: dict[str, Any], name: str) -> None:
    entities = [e for e in document.get("entities", []) if any(name in m["text"] for m in e["mentions"])]
    assert [entity["type"] for entity in entities] == ["PERSON"]
    assert [mention["text"] for mention in entities[0]["mentions"]] == PEOPLE[name]


@pytest.mark.parametrize("name", PLACES)
def test_a_place_is_where_it_is(document: dict[str, Any], name: str) -> None:
    places = [place for place in document["places"] if name in {mention["text"] for mention in place["mentions"]}]
    assert [place["country_code"] for place in places] == [PLACES[name]]


@pytest.mark.parametrize("words", QUOTED)
def test_a_quotation_has_its_speaker(document: dict[str, Any], words: str) -> None:
    text = document["text"]
    quotations = [q for q in document.get("quotations", []) if words in text[q["start"] : q["end"]]]
    assert quotations
    names = {entity["id"]: entity["name"] for entity in document["entities"]}
    assert all(QUOTED[words] in names[quotation["speaker"]["entity"]] for quotation in quotations)


@pytest.mark.parametrize("words", TIMES)
def test_a_time_has_its_day(document: dict[str, Any], words: str) -> None:
    text = document["text"]
    found = {t["value"] for t in document.get("times", []) if text[t["start"] : t["end"]] == words}
    assert found == TIMES[words]
