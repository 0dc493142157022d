"""What an article is about."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from worker.model import Article
from worker.nlp import tokenizer
from worker.steps import Reading
from worker.steps.keyphrases import MOST, Keyphrase, keyphrases

ENGLISH = spacy.blank("en")


def made(text: str, title: str | None = None, nlp: spacy.language.Language = ENGLISH) -> tuple[Keyphrase, ...]:
    return keyphrases(Reading(nlp(text), Article(id="a", text=text, paragraphs=(), title=title))) or ()


def phrases(text: str, title: str | None = None) -> list[str]:
    return [phrase.text for phrase in made(text, title)]


def test_words_that_come_often_come_first() -> None:
    assert phrases("The glacier melts. People saw the glacier and the valley; the glacier shrank.")[0] == "glacier"


def test_stop_words_numbers_and_scraps_are_none() -> None:
    assert phrases("He was not there in 2019, or so it is: ok?") == []


def test_words_of_the_title_weigh_more() -> None:
    text = "Markets rallied while traders waited."
    assert phrases(text).index("rallied") > phrases(text, title="Everything rallied").index("rallied")


def test_a_word_and_its_plural_are_one() -> None:
    (glacier,) = [phrase for phrase in made("One glacier. Two glaciers.") if phrase.text == "glacier"]
    assert [mention.text for mention in glacier.mentions] == ["glacier", "glaciers"]


def test_a_phrase_that_is_repeated_is_found_and_one_that_is_not_is_not() -> None:
    found = phrases("Peace talks began. The peace talks ended near a quiet river.")
    assert "Peace talks" not in found, "written large and small it is not one phrase"
    assert "peace talks" in phrases("The peace talks began. The peace talks ended near a quiet river.")
    assert "quiet river" not in found


def test_a_name_and_its_verb_are_no_phrase_nor_are_words_of_two_paragraphs() -> None:
    text = "Lavrov shouted.\n\nMoscow Lavrov shouted.\n\nMoscow"
    assert not any(" " in phrase or "\n" in phrase for phrase in phrases(text))


def test_the_best_has_score_one_and_scores_fall() -> None:
    scores = [phrase.score for phrase in made("Glaciers melt quickly. Rivers and valleys follow the glaciers.")]
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_other_languages_have_their_own_stop_words() -> None:
    german = made("Der Gletscher schmilzt nicht, der Gletscher bleibt.", nlp=tokenizer("de"))
    assert german[0].text == "Gletscher"
    assert "nicht" not in [phrase.text for phrase in german]


@given(st.lists(st.sampled_from(["alpha", "Betas", "beta", "the", "\n\n", "x", "ß", "é́clair", "12", "."]), max_size=60))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_every_mention_is_what_stands_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found = made(text)
    assert len(found) <= MOST
    for phrase in found:
        assert phrase.mentions[0].text == phrase.text
        for mention in phrase.mentions:
            assert text[mention.start : mention.end] == mention.text
            assert "\n" not in mention.text
