"""The second reading of English names."""

from itertools import pairwise

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from tests.steps.entities.reading import NLP
from worker.model import Article
from worker.steps import Reading
from worker.steps.entities import entities, tagger
from worker.steps.entities.tagger.chunks import chunks
from worker.steps.entities.tagger.decode import TAGS, best, decode
from worker.steps.entities.tagger.features import features
from worker.steps.entities.tagger.names import vectors
from worker.steps.entities.tagger.vectors import Floats

ENGLISH = spacy.blank("en")
NONE, B_PER, I_PER, B_ORG, I_ORG, B_LOC, I_LOC = range(len(TAGS))


def read(text: str) -> list[tuple[str, str]]:
    """What the tagger reads where the language model has seen nothing."""
    return [(text[start:end], kind) for start, end, kind in tagger.names(ENGLISH(text), tagger.trained())]


def scores(*tags: int) -> Floats:
    """Scores that are best for these tags."""
    return np.eye(len(TAGS), dtype=np.float32)[list(tags)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met John Smith in London on Monday.", [("John Smith", "PERSON"), ("London", "GPE")]),
        ("He studied at the University of Chicago.", [("University of Chicago", "ORG")]),
        ("nothing is here", []),
        ("", []),
    ],
)
def test_plain_names_are_read_without_a_model(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_what_the_model_found_of_other_types_stays() -> None:
    doc: Doc = ENGLISH("They won the Turner Prize and French hearts.")
    doc.ents = [Span(doc, 3, 5, label="EVENT"), Span(doc, 6, 7, label="NORP")]
    made = entities(Reading(doc, Article(id="a", text=doc.text, paragraphs=()))) or ()
    assert ("French", "NORP") in [(entity.name, entity.type) for entity in made]


def test_values_are_never_names() -> None:
    doc: Doc = ENGLISH("It cost 5 dollars.")
    doc.ents = [Span(doc, 2, 4, label="MONEY")]
    assert tagger.names(doc, tagger.trained()) == []


def test_a_text_of_another_language_is_left_to_its_model() -> None:
    text = "We met John Smith in London."
    assert entities(Reading(NLP(text), Article(id="a", text=text, paragraphs=()))) is None


def test_quoted_matter_without_capitals_is_not_guessed_at() -> None:
    doc: Doc = ENGLISH("She said: और इसकी और")
    doc.ents = [Span(doc, 3, 6, label="PERSON")]
    assert entities(Reading(doc, Article(id="a", text=doc.text, paragraphs=()))) is None


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ((B_PER, I_PER), [(0, 2, "PER")]),
        ((B_PER, B_PER), [(0, 1, "PER"), (1, 2, "PER")]),
        ((NONE, B_ORG, I_ORG, NONE, B_LOC), [(1, 3, "ORG"), (4, 5, "LOC")]),
        ((NONE, NONE), []),
    ],
)
def test_tags_are_names(tags: tuple[int, ...], expected: list[tuple[int, int, str]]) -> None:
    assert list(decode(np.arange(len(tags)), scores(*tags))) == expected


@pytest.mark.parametrize("tags", [(I_PER, I_PER), (NONE, I_LOC), (B_ORG, I_PER)])
def test_no_name_goes_on_that_has_not_begun(tags: tuple[int, ...]) -> None:
    path = best(scores(*tags))
    for before, tag in zip([NONE, *path], path, strict=False):
        assert TAGS[tag][0] != "I" or TAGS[before][2:] == TAGS[tag][2:]


def test_names_do_not_cross_what_is_no_candidate() -> None:
    assert next(decode(np.array([0, 5]), scores(B_PER, I_PER))) == (0, 1, "PER")


@pytest.mark.parametrize(
    ("words", "last", "head"),
    [
        ("met Ada Lovelace today", [-1, 2, 2, -1], [-1, 2, 2, -1]),
        ("Bank of the West fell", [3, 3, 3, 3, -1], [0, 0, 0, 0, -1]),
        ("of the West", [-1, -1, 2], [-1, -1, 2]),
    ],
)
def test_a_run_has_a_last_word_and_a_head(words: str, last: list[int], head: list[int]) -> None:
    parts = words.split()
    found = chunks([part.lower() for part in parts], np.array([part[0].isupper() for part in parts]))
    assert (found.last.tolist(), found.head.tolist()) == (last, head)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("AbcÉß. ,\n'’-1Ωи中\u00a0"), max_size=60))
def test_any_text_can_be_read_and_names_stand_apart_and_in_order(text: str) -> None:
    names = tagger.names(ENGLISH(text), tagger.trained())
    assert all(0 <= start < end <= len(text) for start, end, _ in names)
    assert all(one[1] <= other[0] for one, other in pairwise(names))


def test_the_features_are_as_many_as_the_network_was_trained_for() -> None:
    doc = ENGLISH("London calls.")
    assert features(doc, doc.ents, vectors()).rows.shape[1] == tagger.trained().hidden.shape[1]
