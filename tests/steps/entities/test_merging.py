"""Names that are one, and names that are not: each case is a text with what a model marked in it."""

import pytest

from tests.steps.entities.reading import marked
from worker.steps.entities import entities


def named(text: str) -> list[tuple[str, list[str]]]:
    """Each entity's type and mentions."""
    return [(entity.type, [m.text for m in entity.mentions]) for entity in entities(marked(text)) or ()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A surname, whatever the model took it for.
        ("[Sergei Lavrov|PERSON] spoke. [Lavrov|ORG] left.", [("PERSON", ["Sergei Lavrov", "Lavrov"])]),
        ("[Mr. Lavrov|PERSON] met [Sergei Lavrov|PERSON].", [("PERSON", ["Lavrov", "Sergei Lavrov"])]),
        # A first name.
        ("[Hillary Clinton|PERSON] won. [Hillary|PERSON] smiled.", [("PERSON", ["Hillary Clinton", "Hillary"])]),
        # Initials and middle names.
        ("[George W. Bush|PERSON] and [George Bush|PERSON]", [("PERSON", ["George W. Bush", "George Bush"])]),
        ("[J. K. Rowling|PERSON], [Joanne Rowling|PERSON]", [("PERSON", ["J. K. Rowling", "Joanne Rowling"])]),
        ("[Martin Luther King Jr.|PERSON] and [King|PERSON]", [("PERSON", ["Martin Luther King Jr.", "King"])]),
        # Spellings of one foreign name, and accents.
        ("[Volodymyr Zelensky|PERSON] or [Zelenskyy|GPE]", [("PERSON", ["Volodymyr Zelensky", "Zelenskyy"])]),
        ("[Tomo Miličević|PERSON], or [Tomo Milicevic|ORG]", [("PERSON", ["Tomo Miličević", "Tomo Milicevic"])]),
        # Acronyms, with and without full stops, with words written small.
        (
            "[World Health Organization|ORG] staff ([WHO|PRODUCT])",
            [("ORG", ["World Health Organization", "WHO"])],
        ),
        # ... and where the model saw the long name alone.
        ("[Cold Spring Laboratory|ORG] (CSL): CSL is", [("ORG", ["Cold Spring Laboratory", "CSL", "CSL"])]),
        ("[FBI|ORG], [Federal Bureau of Investigation|ORG]", [("ORG", ["FBI", "Federal Bureau of Investigation"])]),
        ("[U.S.|GPE], [US|GPE], [United States|GPE]", [("GPE", ["U.S.", "US", "United States"])]),
        ("[Britain|GPE] or the [United Kingdom|GPE]", [("GPE", ["Britain", "United Kingdom"])]),
        # Legal forms, and words for what it is.
        ("[Apple Inc.|ORG] sold. [Apple|ORG] bought.", [("ORG", ["Apple Inc.", "Apple"])]),
        ("[Chelsea|ORG] won; [Chelsea Football Club|ORG] said", [("ORG", ["Chelsea", "Chelsea Football Club"])]),
        ("[Pittsburgh Pirates|ORG] lost. [Pirates|ORG] fans", [("ORG", ["Pittsburgh Pirates", "Pirates"])]),
        ("[Mount Everest|LOC] is high; [Everest|LOC] is cold", [("LOC", ["Mount Everest", "Everest"])]),
        (
            "[Amneh Jafari|GPE] spoke. Mr [Jafari|PERSON] left.",
            [("PERSON", ["Amneh Jafari", "Jafari"])],
        ),
        # Possessives, articles, capitals.
        ("[Peru's|GPE] army left [PERU|GPE]", [("GPE", ["Peru", "PERU"])]),
        # A role between two names that the model took for one.
        (
            "[Kremlin Spokesperson Dmitry|ORG] Peskov spoke. [Peskov|PERSON] left.",
            [("ORG", ["Kremlin"]), ("PERSON", ["Dmitry Peskov", "Peskov"])],
        ),
    ],
)
def test_these_are_one(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Demonyms are no countries.
        "[Russian|NORP] troops left [Russia|GPE].",
        "[Turkish|NORP] and [Turkey|GPE]",
        # Two people of one surname, both in full.
        "[Bill Clinton|PERSON] and [Hillary Clinton|PERSON]",
        "[Kim Jong-un|PERSON] and [Kim Jong-il|PERSON]",
        "[John Smith|PERSON] and [Jane Smith|PERSON]",
        # A town that is also a surname.
        "[Denzel Washington|PERSON] flew to [Washington|GPE].",
        "[Paris Hilton|PERSON] loves [Paris|GPE].",
        # A place, and what is called after it.
        "[Boston University|ORG] is in [Boston|GPE].",
        "[New York Times|ORG] of [New York|GPE]",
        "[Kansas City|GPE] is not in [Kansas|GPE].",
        "[Bank of England|ORG], [England|GPE]",
        # Neighbours in the alphabet.
        "[Iran|GPE] and [Iraq|GPE]",
        "[Austria|GPE] and [Australia|GPE]",
        "[Niger|GPE] and [Nigeria|GPE]",
        "[North Korea|GPE] and [South Korea|GPE]",
        "[Ministry of Defence|ORG] and [Ministry of Health|ORG]",
        "[Labour Party|ORG] and [Conservative Party|ORG]",
        "[Manchester United|ORG] and [Manchester City|ORG]",
        "[ABC|ORG] and [BBC|ORG]",
    ],
)
def test_these_are_two(text: str) -> None:
    assert len(named(text)) == 2


def test_a_surname_of_two_people_goes_to_the_one_named_last() -> None:
    text = "[Bill Clinton|PERSON] ran. [Clinton|PERSON] won. [Hillary Clinton|PERSON] ran. [Clinton|PERSON] lost."
    assert named(text) == [("PERSON", ["Bill Clinton", "Clinton"]), ("PERSON", ["Hillary Clinton", "Clinton"])]
