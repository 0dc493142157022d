"""Names that a model breaks where the text does not."""

import pytest

from tests.steps.entities.reading import marked
from worker.steps.entities import entities


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("His son-in-law, [Frédéric Salat|PERSON]-Baroux, said so.", ["Frédéric Salat-Baroux"]),
        ("Said [Yolanda Yu Hoi-|PERSON]kwan.", ["Yolanda Yu Hoi-kwan"]),
        ("A [Donald Trump|PERSON]-led party.", ["Donald Trump"]),
        ("The US-[led Iraq War|EVENT] began.", ["Iraq War"]),
        ("At the [University of the|ORG] [South Pacific|ORG].", ["University of the South Pacific"]),
        ("The [District of|GPE] [Columbia|GPE] voted.", ["District of Columbia"]),
        ("The [Office of|ORG] nobody.", ["Office"]),
        ("The [World Health Organization (WHO|ORG]) met.", ["World Health Organization"]),
    ],
)
def test_a_name_is_whole(text: str, names: list[str]) -> None:
    made = [entity.name for entity in entities(marked(text)) or ()]
    assert made == names


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("[Twitter|PERSON] was down.", {"Twitter": "ORG"}),
        ("The [EU|GPE] agreed.", {"EU": "ORG"}),
        ("The [U.N.|GPE] agreed.", {"U.N.": "ORG"}),
        ("[Peru|ORG] agreed.", {"Peru": "ORG"}),
        ("[COVID-19|ORG] spread in [Peru|GPE].", {"Peru": "GPE"}),
    ],
)
def test_what_everybody_knows_needs_no_model(text: str, types: dict[str, str]) -> None:
    assert {entity.name: entity.type for entity in entities(marked(text)) or ()} == types


def test_a_people_is_one_however_many_of_it_are_named() -> None:
    (saudi,) = entities(marked("[Saudi|NORP] officials spoke; the [Saudis|NORP] agreed.")) or ()
    assert [mention.text for mention in saudi.mentions] == ["Saudi", "Saudis"]
