"""Which components are loaded for what the steps ask for."""

import pytest

from worker.nlp.pipes import Component, choose, components

ENGLISH = (
    Component("tok2vec", "tok2vec"),
    Component("tagger", "tagger", frozenset({"tok2vec"})),
    Component("parser", "parser", frozenset({"tok2vec"})),
    Component("senter", "senter"),
    Component("attribute_ruler", "attribute_ruler"),
    Component("lemmatizer", "lemmatizer"),
    Component("ner", "ner"),
)
FRENCH = (
    Component("tok2vec", "tok2vec"),
    Component("morphologizer", "morphologizer", frozenset({"*"})),
    Component("parser", "parser", frozenset({"*"})),
    Component("attribute_ruler", "attribute_ruler"),
    Component("lemmatizer", "lemmatizer"),
    Component("ner", "ner"),
)
TRANSFORMER = (
    Component("embed", "curated_transformer"),
    Component("names", "ner", frozenset({"*"})),
    Component("known_names", "entity_ruler"),
    Component("grammar", "parser", frozenset({"embed"})),
    Component("links", "entity_linker"),
)
TWO_EMBEDDERS = (
    Component("tok2vec", "tok2vec"),
    Component("ner_tok2vec", "tok2vec"),
    Component("ner", "ner", frozenset({"ner_tok2vec"})),
)


@pytest.mark.parametrize(
    ("pipeline", "asked", "chosen"),
    [
        (ENGLISH, "", ""),
        (ENGLISH, "ner", "ner"),
        (ENGLISH, "senter", "senter"),
        (ENGLISH, "ner senter", "ner senter"),
        (ENGLISH, "parser", "tok2vec parser"),
        (ENGLISH, "parser senter", "tok2vec parser"),
        (ENGLISH, "tagger", "tok2vec tagger attribute_ruler"),
        (ENGLISH, "lemmatizer", "tok2vec tagger attribute_ruler lemmatizer"),
        (FRENCH, "senter", "tok2vec parser"),
        (FRENCH, "tagger", "tok2vec morphologizer attribute_ruler"),
        (FRENCH, "lemmatizer", "tok2vec morphologizer attribute_ruler lemmatizer"),
        (TRANSFORMER, "ner", "embed names known_names"),
        (TRANSFORMER, "senter", "embed grammar"),
        (TRANSFORMER, "links", "embed names known_names grammar links"),
        (TRANSFORMER, "known_names", "known_names"),
        (TWO_EMBEDDERS, "ner", "ner_tok2vec ner"),
    ],
)
def test_what_is_asked_for_and_what_that_needs_is_chosen_and_nothing_else(
    pipeline: tuple[Component, ...], asked: str, chosen: str
) -> None:
    assert choose(pipeline, asked.split()) == (frozenset(chosen.split()), frozenset())


@pytest.mark.parametrize(
    ("pipeline", "asked", "missing"), [(TWO_EMBEDDERS, "senter ner", "senter"), (ENGLISH, "textcat", "textcat")]
)
def test_what_no_component_provides_is_missing(pipeline: tuple[Component, ...], asked: str, missing: str) -> None:
    assert choose(pipeline, asked.split())[1] == {missing}


def test_components_and_their_listeners_are_read_from_the_configuration() -> None:
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "shared"}
    anyone = {"@architectures": "spacy-transformers.TransformerListener.v1"}
    config: dict[str, dict[str, object]] = {
        "nlp": {"pipeline": ["shared", "ner", "own", "words"]},
        "components": {
            "shared": {"factory": "tok2vec"},
            "ner": {"factory": "ner", "model": {"tok2vec": listener}},
            "own": {"factory": "parser", "model": {"tok2vec": anyone}},
            "words": {"factory": "tagger", "model": {"tok2vec": {"@architectures": "spacy.HashEmbedCNN.v2"}}},
        },
    }
    assert components(config) == (
        Component("shared", "tok2vec"),
        Component("ner", "ner", frozenset({"shared"})),
        Component("own", "parser", frozenset({"*"})),
        Component("words", "tagger"),
    )
