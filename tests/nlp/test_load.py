"""Loading pipelines as users have them."""

from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy

from worker.nlp import NlpError, load, tokenizer
from worker.settings import Nlp

TEXT = "Ada Lovelace lived in London. She wrote programs."


def loaded(pipes: Iterable[str], model: str = Nlp().model) -> spacy.language.Language:
    return load(Nlp(model=model), frozenset(pipes))


@pytest.mark.parametrize(
    ("pipes", "expected"),
    [
        ([], []),
        (["ner"], ["ner"]),
        (["ner", "senter"], ["senter", "ner"]),
        (["parser"], ["tok2vec", "parser"]),
        (["lemmatizer"], ["tok2vec", "tagger", "attribute_ruler", "lemmatizer"]),
    ],
)
def test_the_default_model_is_loaded_with_what_is_needed_only(pipes: list[str], expected: list[str]) -> None:
    nlp = loaded(pipes)
    assert nlp.component_names == expected
    assert nlp.pipe_names == expected, "none is disabled"


def test_without_pipes_there_are_still_words() -> None:
    assert [token.text for token in loaded([])("Ada left.")] == ["Ada", "left", "."]


def test_sentences_are_found_by_the_component_that_the_package_disables() -> None:
    assert len(list(loaded(["senter"])(TEXT).sents)) == 2


def test_leaving_components_out_changes_no_name() -> None:
    whole = spacy.load(Nlp().model)
    assert [str(ent) for ent in loaded(["ner"])(TEXT).ents] == [str(ent) for ent in whole(TEXT).ents]


def test_a_pipeline_in_a_folder_with_names_of_its_own_is_loaded(tmp_path: Path) -> None:
    made = spacy.blank("en")
    made.add_pipe("sentencizer", name="cut_sentences")
    ruler = made.add_pipe("entity_ruler", name="our_names")
    ruler.add_patterns([{"label": "ORG", "pattern": "Acme"}])  # type: ignore[attr-defined]  # spaCy types it Callable
    made.to_disk(tmp_path / "ours")
    nlp = loaded(["ner"], str(tmp_path / "ours"))
    assert nlp.pipe_names == ["our_names"]
    assert [str(ent) for ent in nlp("We work at Acme.").ents] == ["Acme"]
    assert loaded(["senter"], str(tmp_path / "ours")).pipe_names == ["cut_sentences"]


def test_a_component_that_listens_to_another_gets_it(tmp_path: Path) -> None:
    whole = spacy.load(Nlp().model, exclude=["senter", "lemmatizer"])
    whole.to_disk(tmp_path / "whole")
    assert loaded(["tagger"], str(tmp_path / "whole")).pipe_names == ["tok2vec", "tagger", "attribute_ruler"]


def test_long_articles_are_no_error() -> None:
    assert load(Nlp(max_characters=3_000_000), frozenset()).max_length > 3_000_000


@pytest.mark.parametrize(
    ("model", "pipes", "sentence"),
    [
        ("en_no_such_model", ["ner"], "is not installed .*Install its package with pip"),
        ("/no/such/folder", [], "is not installed"),
        (Nlp().model, ["textcat"], "has no textcat, which the enabled steps need"),
    ],
)
def test_what_cannot_be_loaded_is_said_in_a_sentence_that_mends(model: str, pipes: list[str], sentence: str) -> None:
    with pytest.raises(NlpError, match=sentence):
        loaded(pipes, model)


def test_a_broken_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text(
        '[nlp]\nlang = "en"\npipeline = ["ner"]\n[components]\n[components.ner]\nfactory = "ner"\n'
    )
    with pytest.raises(NlpError, match="cannot be loaded"):
        loaded(["ner"], str(tmp_path))
    (tmp_path / "config.cfg").write_text("[nlp")
    with pytest.raises(NlpError, match="cannot be read"):
        loaded(["ner"], str(tmp_path))


@pytest.mark.parametrize(("code", "stop_word"), [("de", "nicht"), ("fr", "avec"), ("nb", "ikke"), ("ru", "это")])
def test_words_of_other_languages_are_split_and_stop_words_known(code: str, stop_word: str) -> None:
    assert tokenizer(code)(stop_word)[0].is_stop


@pytest.mark.parametrize("code", ["ja", "xh", "zz", "ko", "zh", "th"])
def test_any_language_is_split_somehow(code: str) -> None:
    nlp = tokenizer(code)
    with nlp.memory_zone():
        assert nlp("Kafka 東京 है").text == "Kafka 東京 है"
