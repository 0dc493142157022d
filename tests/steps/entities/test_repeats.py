"""What the model missed, and what it made up."""

import pytest

from tests.steps.entities.reading import marked
from worker.steps.entities import entities


def mentions(text: str) -> list[str]:
    return [m.text for entity in entities(marked(text)) or () for m in entity.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Ada Lovelace|PERSON] wrote. Lovelace slept, and so did Ada Lovelace.",
            ["Ada Lovelace", "Lovelace", "Ada Lovelace"],
        ),
        ("[NATO|ORG] met. The NATO summit", ["NATO", "NATO"]),
        # The longer name is there, where the model found a part of it.
        ("[Linkin Park|ORG] played. Fans of Linkin [Park|LOC]", ["Linkin Park", "Linkin Park"]),
        # A part of a longer name is not the name.
        ("[Paris|GPE] is big. So is Paris Hilton Street.", ["Paris"]),
        # A common word at the head of a sentence is none.
        ("[Brown|PERSON] sang. Brown bears and brown dogs", ["Brown"]),
        # Nor is a part of a word, or an address.
        ("[Iran|GPE] and Iranians and @Iran and #Iran", ["Iran"]),
        ("[Ada|PERSON] and Adam", ["Ada"]),
    ],
)
def test_a_name_that_was_found_is_found_again(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("[New Clues Emerge|ORG] About Missing Plane Passengers", ["Peru"]),
        ("[Peru|GPE] Searches For Missing Plane Passengers", ["Peru", "Peru"]),
    ],
)
def test_a_headline_makes_up_no_names(headline: str, expected: list[str]) -> None:
    assert mentions(f"{headline}\n\nSearchers in [Peru|GPE] left before it rained, and were back at noon.") == expected


@pytest.mark.parametrize("name", ["Monday", "July", "Meanwhile", "Photo"])
def test_days_and_what_begins_a_line_are_no_names(name: str) -> None:
    assert mentions(f"He left [{name}|GPE].") == []
