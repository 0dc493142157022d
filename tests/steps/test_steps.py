"""How steps are run, chosen and described."""

import dataclasses

import pytest
import spacy

from worker.model import Article, Problem
from worker.steps import STEPS, Reader, Reading, Step, enabled, sections
from worker.steps.entities import Entity

ARTICLE = Article(id="a", text="Ada left.", paragraphs=())


def reader(*steps: Step) -> Reader:
    return Reader(spacy.blank("en"), steps, max_characters=100)


def fails(reading: Reading) -> str:
    raise LookupError(reading.article.text)


def says_nothing(reading: Reading) -> None:
    return None


def counts(reading: Reading) -> int:
    return len(reading.doc)


def looks_back(reading: Reading) -> list[str]:
    return list(reading.sections)


def test_a_step_that_raises_costs_its_own_section_and_is_named_without_the_articles_words() -> None:
    document = reader(Step("first", counts), Step("bad", fails), Step("last", looks_back)).enrich(ARTICLE)
    assert document.sections == {"first": 3, "last": ["first"]}
    assert document.problems == (Problem(step="bad", error="LookupError"),)


def test_a_step_with_nothing_to_say_has_no_section() -> None:
    document = reader(Step("nothing", says_nothing)).enrich(ARTICLE)
    assert document.sections == {}
    assert document.problems == ()


def test_steps_see_no_more_of_a_long_article_than_the_model_reads() -> None:
    article = dataclasses.replace(ARTICLE, text="one two " * 100)
    document = reader(Step("words", counts)).enrich(article)
    assert document.sections == {"words": 25}
    assert document.article.text == article.text


def test_all_steps_are_enabled_unless_some_are_named() -> None:
    assert enabled(None) == STEPS
    assert [step.name for step in enabled(["keyphrases"])] == ["keyphrases"]
    assert enabled([]) == ()


def test_an_unknown_step_is_said_in_a_sentence_that_mends() -> None:
    with pytest.raises(ValueError, match=r"no step keyfrases: nlp\.steps may name entities, .*keyphrases"):
        enabled(["keyfrases"])


def test_every_step_has_a_name_of_its_own_and_says_what_its_section_is() -> None:
    assert len({step.name for step in STEPS}) == len(STEPS)
    assert list(sections()) == [step.name for step in STEPS]
    assert sections()["entities"] == tuple[Entity, ...] | None
