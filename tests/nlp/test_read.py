"""Reading texts."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from worker.model import Language
from worker.nlp import cut, load, read, reads, zone
from worker.settings import Nlp

TEXTS = ["Ada Lovelace lived in London.", "", "Acme sued the BBC in Paris on Monday.", "x " * 700, "Oslo"]


def test_a_text_is_read_alike_to_the_last_bit_whatever_was_read_before() -> None:
    nlp = load(Nlp(), frozenset({"ner", "tagger"}))

    def tensors(texts: list[str]) -> list[bytes]:
        with zone(nlp):
            return [read(nlp, text).tensor.tobytes() for text in texts]

    assert tensors(TEXTS) == tensors(TEXTS[::-1])[::-1]


def test_the_model_multiplies_with_the_blas_of_numpy() -> None:
    nlp = load(Nlp(), frozenset({"ner"}))
    embedding = nlp.get_pipe("ner").model.get_ref("tok2vec")  # type: ignore[attr-defined]  # spaCy types it Callable
    assert not any(node.ops.use_blis for node in embedding.walk())


def test_the_vocabulary_does_not_grow_with_the_words_of_the_articles() -> None:
    nlp = load(Nlp(), frozenset({"ner"}))
    with zone(nlp):
        read(nlp, "One text to begin with.")
    before = len(nlp.vocab.strings)
    for batch in range(20):
        with zone(nlp):
            for word in range(8):
                read(nlp, f"unheard{batch}of{word} word{batch}x{word}")
    assert len(nlp.vocab.strings) == before


def test_a_zone_that_an_error_ends_is_followed_by_another() -> None:
    nlp = load(Nlp(), frozenset())
    before = len(nlp.vocab.strings)

    def fail(word: str) -> None:
        with zone(nlp):
            read(nlp, word)
            raise ValueError(word)

    for word in ("neverseen", "neverheard", "neverread"):
        with pytest.raises(ValueError, match=word):
            fail(word)
    assert len(nlp.vocab.strings) == before


def test_people_are_called_people_whatever_the_pipeline_was_taught() -> None:
    nlp = spacy.blank("fr")
    ruler = nlp.add_pipe("entity_ruler")
    patterns = [{"label": "PER", "pattern": "Ada Lovelace"}, {"label": "LOC", "pattern": "Londres"}]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]  # spaCy types it Callable
    doc = read(nlp, "Ada Lovelace vivait à Londres.")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Ada Lovelace", "PERSON"), ("Londres", "LOC")]


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("short", 10, "short"),
        ("one two\n\nthree four", 12, "one two"),
        ("one two three four", 12, "one two"),
        ("one\ntwo three four", 15, "one\ntwo three"),
        ("a\n\nbcdefghijklmn", 10, "a\n\nbcdefgh"),
        ("unbroken", 4, "unbr"),
        ("exactly it", 10, "exactly it"),
        ("exactly it is", 10, "exactly it"),
    ],
)
def test_long_texts_are_cut_at_a_paragraph_else_a_space(text: str, most: int, expected: str) -> None:
    assert cut(text, most) == expected


@given(st.text(alphabet="ab \n", max_size=60), st.integers(1, 40))
@settings(max_examples=200, derandomize=True)
def test_a_cut_text_is_the_beginning_of_the_text_and_within_bounds(text: str, most: int) -> None:
    shown = cut(text, most)
    assert text.startswith(shown)
    assert len(shown) <= most
    assert len(shown) >= min(len(text), most // 2)


@pytest.mark.parametrize(
    ("language", "characters", "expected"),
    [
        (None, 5000, True),
        (Language(code="en", confidence=0.3), 5000, True),
        (Language(code="de", confidence=1.0), 5000, False),
        (Language(code="de", confidence=0.5), 5000, False),
        (Language(code="de", confidence=0.5), 60, True),
        (Language(code="de", confidence=0.99), 60, False),
    ],
)
def test_articles_in_other_languages_are_not_read(language: Language | None, characters: int, expected: bool) -> None:
    assert reads(("en",), language, characters) is expected
