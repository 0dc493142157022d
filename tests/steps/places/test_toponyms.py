"""Place names that a model took for something else or overlooked."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.steps.places.reading import placed, reading, toponyms
from worker.steps.places import mark_toponyms


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("He lives in [PERSON Gainesville].", {"Gainesville": "GPE"}),
        ("He lives in [ORG Chiefland], near [GPE Florida].", {"Chiefland": "GPE", "Florida": "GPE"}),
        ("[ORG Edmonton] was cold. A man from [GPE Edmonton] was cold in [ORG Edmonton].", {"Edmonton": "GPE"}),
        ("TORRINGTON — The mayor spoke.", {"TORRINGTON": "GPE"}),
        ("HURRICANE, W.Va. - Officers came.", {"HURRICANE": "GPE", "W.Va": "GPE"}),
        ("[PERSON Austin], Texas, is warm.", {"Austin": "GPE", "Texas": "GPE"}),
        ("She drove through [PERSON Wichita Drive].", {"Wichita Drive": "FAC"}),
        ("the [ORG Hudson River]", {"Hudson River": "LOC"}),
        ("[ORG Walker County] has a judge in Walker County.", {"Walker County": "GPE"}),
        ("South Carolina had the highest rate.", {"South Carolina": "GPE"}),
    ],
)
def test_a_place_is_known_by_what_stands_around_it(marked: str, expected: dict[str, str]) -> None:
    assert toponyms(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "[PERSON Hillary Clinton] spoke. [PERSON Clinton] said so.",
        "Mr. [PERSON Lincoln] went home.",
        "[PERSON Jordan] said that he was sorry.",
        "[PERSON Robin Lake]",
        "[PERSON Virginia Lane] and [PERSON Anthony Hill]",
        "[ORG Apple] makes telephones.",
        "The March of the Bush.",
        "[NORP Russian] troops",
        "Tell us.",
        "Man bites dog.",
        "Forest officials came to the forest.",
        "The Bell 206 came down.",
    ],
)
def test_a_name_is_no_place_because_a_village_is_called_so(marked: str) -> None:
    assert toponyms(marked) == {}


def test_other_languages_are_left_alone() -> None:
    read = reading("in [PERSON Gainesville]", spacy.blank("fr"))
    mark_toponyms(read)
    assert [span.label_ for span in read.doc.ents] == ["PERSON"]


WORDS = st.sampled_from(
    [
        "Paris",
        ",",
        "Texas",
        "Tex.",
        "Mr.",
        "in",
        "—",
        "\n",
        "U.S.",
        "D-Pa.",
        "[GPE Paris]",
        "[ORG St. Ives]",
        "(Ky.)",
        "İ",
        "ß",
    ]
)


@settings(deadline=None)  # the first call loads the tables
@given(st.lists(WORDS | st.text(max_size=6), max_size=30).map(" ".join))
def test_no_text_is_too_odd(marked: str) -> None:
    read = reading(marked)
    mark_toponyms(read)
    assert all(span.text.strip() for span in read.doc.ents)
    for place in placed(marked).values():
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180
        assert all(m.text == read.article.text[m.start : m.end] for m in place.mentions)
