"""Names as they stand in the text."""

import pytest
import spacy
from spacy.tokens import Doc

from worker.model import Article, Mention
from worker.steps import Reading
from worker.steps.entities import Entity, entities

NLP = spacy.blank("en")


def reading(text: str, *names: tuple[str, str]) -> Reading:
    """A Doc whose model has found `names`, one after the other, each with its type."""
    doc: Doc = NLP.make_doc(text)
    found, start = [], 0
    for name, kind in names:
        start = text.index(name, start)
        span = doc.char_span(start, start + len(name), label=kind, alignment_mode="expand")
        assert span is not None
        found.append(span)
        start += len(name)
    doc.ents = found
    return Reading(doc, Article(id="a", text=text, paragraphs=()))


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


def test_one_surface_form_is_one_entity_with_the_type_that_most_mentions_have() -> None:
    made = entities(
        reading(
            "Lavrov met Ada. Lavrov left. Lavrov slept.",
            ("Lavrov", "ORG"),
            ("Ada", "PERSON"),
            ("Lavrov", "PERSON"),
            ("Lavrov", "PERSON"),
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
        ),
        Entity(id="e2", type="PERSON", name="Ada", mentions=(Mention(start=11, end=14, text="Ada"),)),
    )


def test_where_types_tie_the_first_one_wins() -> None:
    made = entities(reading("Jordan and Jordan", ("Jordan", "GPE"), ("Jordan", "PERSON")))
    assert made is not None
    assert [entity.type for entity in made] == ["GPE"]


def test_without_names_there_is_no_section() -> None:
    assert entities(reading("nothing here")) is None
