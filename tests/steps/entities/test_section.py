"""Names as they stand in the text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.steps.entities.reading import reading
from worker.model import Mention
from worker.steps.entities import Entity, entities


@pytest.mark.parametrize(
    ("text", "span", "names"),
    [
        ("He left Ada Lovelace there.", "Ada Lovelace", ["Ada Lovelace"]),
        ("He left the BBC there.", "the BBC", ["BBC"]),
        ("The Hague's court", "The Hague's", ["Hague"]),
        ("An American in Paris's bar", "Paris's", ["Paris"]),
        ("the Browns’ house", "the Browns’", ["Browns"]),
        ("says “Ada” now", "“Ada”", ["Ada"]),
        ("Theresa May left", "Theresa May", ["Theresa May"]),
        ("Apple\n\nGoogle merge", "Apple\n\nGoogle", ["Apple", "Google"]),
        ("so -- he", "--", []),
        ("New\u00a0York is", "New\u00a0York", ["New York"]),
    ],
)
def test_a_name_is_bare_and_stays_within_its_paragraph(text: str, span: str, names: list[str]) -> None:
    made = entities(reading(text, (span, "ORG"))) or ()
    assert [entity.name for entity in made] == names
    for entity in made:
        for mention in entity.mentions:
            assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("kind", ["DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"])
def test_values_are_no_entities(kind: str) -> None:
    assert entities(reading("Three of them left.", ("Three", kind))) is None


def test_an_entity_has_all_its_mentions_and_the_type_that_most_of_them_have() -> None:
    made = entities(
        reading(
            "Lavrov met Ada. Lavrov left. Lavrov slept.",
            ("Lavrov", "ORG"),
            ("Ada", "PERSON"),
            ("Lavrov", "PERSON"),
            ("Lavrov", "PERSON"),
            title="What Ada did",
        )
    )
    assert made == (
        Entity(
            id="e1",
            type="PERSON",
            name="Lavrov",
            mentions=(
                Mention(start=0, end=6, text="Lavrov"),
                Mention(start=16, end=22, text="Lavrov"),
                Mention(start=29, end=35, text="Lavrov"),
            ),
            salience=0.8,
        ),
        Entity(id="e2", type="PERSON", name="Ada", mentions=(Mention(start=11, end=14, text="Ada"),), salience=0.7101),
    )


def test_where_types_tie_the_first_one_wins() -> None:
    made = entities(reading("Jordan Bay and Jordan Bay", ("Jordan Bay", "LOC"), ("Jordan Bay", "PERSON")))
    assert made is not None
    assert [entity.type for entity in made] == ["LOC"]


def test_the_fullest_form_is_the_name_and_the_others_are_aliases() -> None:
    made = entities(
        reading("PUTIN, Putin, Vladimir Putin", ("PUTIN", "PERSON"), ("Putin", "PERSON"), ("Vladimir Putin", "PERSON"))
    )
    assert made is not None
    assert [(entity.name, entity.aliases) for entity in made] == [("Vladimir Putin", ("PUTIN", "Putin"))]


def test_no_name_is_shouted_that_is_written_otherwise_too() -> None:
    made = entities(reading("PARIS and Paris, NATO and NATO", ("PARIS", "GPE"), ("Paris", "GPE"), ("NATO", "ORG")))
    assert made is not None
    assert [(entity.name, entity.aliases) for entity in made] == [("Paris", ("PARIS",)), ("NATO", ())]


def test_without_names_there_is_no_section() -> None:
    assert entities(reading("nothing here")) is None


NAMES = st.sampled_from(
    ["Ada", "Ada Lovelace", "U.S.", "WHO", "Mr. Putin", "the Kremlin's", "A.", "O’Neil", "\u0130zmir", "ß"]
)
KINDS = st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT", "PER", "MISC"])


@settings(deadline=None)
@given(st.lists(st.tuples(NAMES, KINDS, st.text(max_size=12)), max_size=8))
def test_mentions_are_in_order_and_apart_whatever_the_text(parts: list[tuple[str, str, str]]) -> None:
    text = " ".join(f"{name} {rest}" for name, _, rest in parts)
    made = entities(reading(text, *((name, kind) for name, kind, _ in parts))) or ()
    spans = sorted((m.start, m.end, m.text) for entity in made for m in entity.mentions)
    assert all(text[start:end] == surface for start, end, surface in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(0 <= entity.salience <= 1 for entity in made)
    assert [entity.id for entity in made] == [f"e{n}" for n in range(1, len(made) + 1)]
