"""Which entity a speaker is."""

import pytest
import spacy
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.steps.quotations.reading import article, model, read
from worker.steps import Reading
from worker.steps.quotations import Quotation, quotations

INTRODUCED = "Angela Merkel, the German chancellor, met John Kerry in Berlin on Monday. "
CASES = [
    ("by name", "“We talked,” Angela Merkel said.", "Angela Merkel"),
    ("by the surname alone", INTRODUCED + "“We talked,” Merkel said.", "Angela Merkel"),
    ("behind an office", "“We talked,” said Foreign Minister Sergei Lavrov.", "Sergei Lavrov"),
    ("with an apposition", "“We talked,” said Angela Merkel, the German chancellor.", "Angela Merkel"),
    ("she", INTRODUCED + "“We talked,” she said.", "Angela Merkel"),
    ("he", INTRODUCED + "“We talked,” he said.", "John Kerry"),
    ("a title tells the sex", "Mr. Kerry met Ms. Merkel in Berlin. “We talked,” she said.", "Merkel"),
    ("the office in apposition", INTRODUCED + "“We talked,” the chancellor said.", "Angela Merkel"),
    ("the office with its country", INTRODUCED + "“We talked,” the German chancellor said.", "Angela Merkel"),
    (
        "the office that stood before the name",
        "Russian Foreign Minister Sergei Lavrov met John Kerry. “We talked,” the Russian Foreign Minister said.",
        "Sergei Lavrov",
    ),
    (
        "another word for the office",
        "Dana Perino, a spokeswoman for the party, met the press. “We talked,” the spokesperson said.",
        "Dana Perino",
    ),
    ("an abbreviated office", "Sen. John Kerry was in Berlin. “We talked,” the senator said.", "John Kerry"),
    ("who", "John Kerry, who said he was tired, went to Berlin.", "John Kerry"),
    ("the company", "“We talked,” Microsoft said in a statement.", "Microsoft"),
    ("the speaker of the paragraph before", "“We talked,” John Kerry said.\n\n“It was all good.”", "John Kerry"),
]
UNKNOWN = [
    ("a pronoun with nobody before it", "“We talked,” he said."),
    ("an office that nobody holds", "John Kerry went to Berlin. “We talked,” the driver said."),
    ("a group", "John Kerry went to Berlin. “We talked,” officials said."),
    ("the writer", "“We talked,” I said to John Kerry."),
    ("of another sex", "Angela Merkel went to Berlin. “We talked,” he said."),
]


@pytest.mark.parametrize(("how", "text", "name"), CASES, ids=[case[0] for case in CASES])
def test_a_speaker_is_an_entity_however_written(how: str, text: str, name: str) -> None:
    assert read(text).speakers[-1] == name


@pytest.mark.parametrize(("how", "text"), UNKNOWN, ids=[case[0] for case in UNKNOWN])
def test_a_speaker_whom_nothing_identifies_is_no_entity(how: str, text: str) -> None:
    assert read(text).speakers == [None]


def test_without_the_entities_speakers_are_still_told() -> None:
    text = "“We talked,” Angela Merkel said."
    (quotation,) = quotations(Reading(model()(text), article(text))) or ()
    assert quotation.speaker is not None
    assert (quotation.speaker.text, quotation.speaker.entity) == ("Angela Merkel", None)


def test_a_text_without_speech_has_no_section() -> None:
    assert quotations(Reading(spacy.blank("en")(""), article(""))) is None
    assert quotations(Reading(model()("It rained."), article("It rained."))) is None


def test_a_model_without_grammar_is_no_reason_to_fail() -> None:
    text = "“We talked,” Angela Merkel said. She said that it was good."
    assert isinstance(quotations(Reading(spacy.blank("en")(text), article(text))), tuple | None)


def test_only_what_the_model_has_read_is_looked_at() -> None:
    text = "“We talked,” Angela Merkel said. “We will talk,” John Kerry said."
    (quotation,) = quotations(Reading(model()(text[:32]), article(text))) or ()
    assert quotation.text == "“We talked,”"


PARTS = st.sampled_from(
    ["“", "”", '"', "'", "''", "‘", "’", "«", "»", "said", "he", "Angela Merkel", "the minister", "that", "who", "as",
     ",", ".", ":", "?", "\n\n", "\n", " ", "We are leaving", "told", "adding", "😀", "é́", "\u200b", "\u00a0", "I",
     "called", "Her claim", "a disaster", "according to", "1990s", "—"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=40))
@hypothesis_settings(max_examples=150, derandomize=True, deadline=None)
def test_whatever_the_text_every_span_is_what_stands_there(parts: list[str]) -> None:
    text = " ".join(parts)
    found = read(text).quotations
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert len({(q.start, q.end, q.cue) for q in found}) == len(found), "none is told twice"
    for quotation in found:
        check(text, quotation)


def check(text: str, quotation: Quotation) -> None:
    for span in (quotation, quotation.cue, quotation.speaker):
        if span is not None:
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
    assert [part.start for part in quotation.parts] == sorted(part.start for part in quotation.parts)
    assert all(quotation.start <= part.start < part.end <= quotation.end for part in quotation.parts)
