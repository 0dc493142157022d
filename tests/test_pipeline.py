"""Every record meets exactly one fate, whatever it is and whatever stands beside it."""

import itertools
import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import jsonschema
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from spacy.tokens import Doc

import worker.pipeline
from worker.model import Article, Enriched, Outcome, Record, Rejected, RejectReason, Skipped, SkipReason, Stage
from worker.nlp import NlpError
from worker.pipeline import Pipeline
from worker.settings import Settings
from worker.steps import Reading, Step, sections
from worker.wire import schema

PIPELINE = Pipeline(Settings())
VALIDATOR = jsonschema.Draft202012Validator(schema(sections()))

PARAGRAPH = (
    "The mayor of Springfield, Ada Lovelace, said on Monday that the new bridge over the river would open in May. "
    "Acme Corporation built it for the city of Springfield, which paid eleven million dollars."
)
ARTICLES = [
    f"{PARAGRAPH}\n\n{number} people came to see the bridge in {place} when Lovelace spoke to the BBC about it."
    for number, place in enumerate(["London", "Paris", "Berlin", "Rome", "Oslo", "Vienna", "Cairo"], 10)
]
GERMAN = (
    "Die Bürgermeisterin hat am Montag gesagt, dass die neue Brücke über den Fluss im Mai geöffnet werden soll. "
    "Die Brücke kostet elf Millionen Euro, und die Stadt hat lange darauf gewartet, dass sie fertig wird. "
    "Viele Menschen sind gekommen, um die Brücke zu sehen, und haben sich über das schöne Wetter gefreut."
)


def envelope(text: str, **fields: object) -> Record:
    return Record(value=json.dumps({"id": "x", "text": text, **fields}).encode())


def published(outcome: Outcome) -> dict[str, object]:
    assert isinstance(outcome, Enriched), outcome
    document = json.loads(outcome.document)
    assert isinstance(document, dict)
    return document


def alone(record: Record) -> Outcome:
    (outcome,) = PIPELINE.process([record])
    return outcome


def test_an_article_is_published_with_its_sections() -> None:
    document = published(alone(envelope(ARTICLES[0])))
    VALIDATOR.validate(document)
    assert {place["name"] for place in items(document, "places")} >= {"Springfield", "London"}
    assert {entity["name"] for entity in items(document, "entities")} >= {"Ada Lovelace", "Springfield", "London"}
    assert "Springfield" in [phrase["text"] for phrase in items(document, "keyphrases")]
    assert "problems" not in document


def test_an_article_in_another_language_has_the_sections_that_need_no_model_and_is_counted() -> None:
    outcome = alone(envelope(GERMAN))
    assert isinstance(outcome, Enriched)
    assert outcome.unread == "de"
    document = published(outcome)
    assert "entities" not in document
    found = [phrase["text"] for phrase in items(document, "keyphrases")]
    assert "Brücke" in found
    assert "dass" not in found, "German stop words are known"


def test_the_same_record_gives_the_same_bytes_whatever_stands_beside_it() -> None:
    records = [*(envelope(text) for text in ARTICLES), envelope(GERMAN), envelope(""), Record(value=b"\xff\x00{")]
    single = [alone(record) for record in records]
    for seed in range(3):
        order = list(range(len(records)))
        random.Random(seed).shuffle(order)
        together = PIPELINE.process([records[place] for place in order])
        assert together == [single[place] for place in order]
    assert Pipeline(Settings()).process(records) == single, "nor does it matter what the process has read before"


@pytest.mark.parametrize(
    ("text", "least", "reason"),
    [("", 0, SkipReason.EMPTY), (" \n\n ", 0, SkipReason.EMPTY), (PARAGRAPH, 5000, SkipReason.TOO_SHORT)],
)
def test_what_is_no_article_is_skipped(text: str, least: int, reason: SkipReason) -> None:
    pipeline = Pipeline(Settings.model_validate({"input": {"min_characters": least}, "nlp": {"steps": []}}))
    assert pipeline.process([envelope(text)]) == [Skipped(reason=reason, id="x")]


def test_a_page_that_says_that_it_was_not_found_is_skipped() -> None:
    page = "<html><head><title>Page not found | The Post</title></head><body><p>Try the search.</p></body></html>"
    record = Record(value=json.dumps({"id": "x", "html": page}).encode())
    assert PIPELINE.process([record]) == [Skipped(reason=SkipReason.NOT_FOUND, id="x")]


@pytest.mark.parametrize("stage", [Stage.DECODE, Stage.CLEAN, Stage.EXTRACT, Stage.ENCODE])
@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        (ValueError("bad\nluck" * 200), RejectReason.ERROR, "ValueError: bad"),
        (RecursionError(), RejectReason.ERROR, "RecursionError"),
        (MemoryError(), RejectReason.OUT_OF_MEMORY, "MemoryError"),
    ],
)
def test_a_stage_that_raises_costs_one_record(
    stage: Stage, error: Exception, reason: RejectReason, detail: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., object] = getattr(worker.pipeline, stage)
    calls = itertools.count()

    def fails_once(*args: object) -> object:
        if next(calls) == 1:
            raise error
        return real(*args)

    monkeypatch.setattr(worker.pipeline, stage, fails_once)
    first, second, third = PIPELINE.process([envelope(text) for text in ARTICLES[:3]])
    assert isinstance(first, Enriched)
    assert isinstance(third, Enriched)
    assert isinstance(second, Rejected)
    assert (second.stage, second.reason) == (stage, reason)
    assert second.detail.startswith(detail)
    assert len(second.detail) <= 300
    assert "\n" not in second.detail
    assert second.id == (None if stage is Stage.DECODE else "x")


def test_a_text_over_which_the_language_model_fails_costs_none_of_its_neighbours() -> None:
    pipeline = Pipeline(Settings())

    def fails_over_paris(doc: Doc) -> Doc:
        if "Paris" in doc.text:
            raise ValueError("no Paris")
        return doc

    unknown = Article(id="x", text=PARAGRAPH, paragraphs=())
    pipeline._readers.of(unknown).nlp.add_pipe(_registered(fails_over_paris), last=True)
    outcomes = pipeline.process([envelope(text) for text in ARTICLES])
    assert [isinstance(outcome, Enriched) for outcome in outcomes] == ["Paris" not in text for text in ARTICLES]
    assert outcomes[1] == Rejected(
        stage=Stage.ANNOTATE, reason=RejectReason.ERROR, detail="ValueError: no Paris", id="x"
    )


def test_a_step_that_fails_is_named_in_the_article_and_in_the_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(reading: Reading) -> str:
        raise KeyError(reading.article.id)

    monkeypatch.setattr(worker.pipeline, "enabled", lambda _: (Step("sentiment", fails),))
    (outcome,) = Pipeline(Settings()).process([envelope(PARAGRAPH)])
    assert isinstance(outcome, Enriched)
    assert outcome.failed_steps == ("sentiment",)
    document = published(outcome)
    assert document["problems"] == [{"step": "sentiment", "error": "KeyError"}]
    assert "sentiment" not in document


@pytest.mark.parametrize(
    ("nlp", "error"), [({"model": "no_such_model"}, NlpError), ({"steps": ["no-such-step"]}, ValueError)]
)
def test_a_pipeline_that_cannot_be_made_says_so(nlp: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error, match="no"):
        Pipeline(Settings.model_validate({"nlp": nlp}))


def test_no_more_than_the_set_characters_are_read() -> None:
    pipeline = Pipeline(Settings.model_validate({"nlp": {"max_characters": 120}}))
    (outcome,) = pipeline.process([envelope(ARTICLES[0])])
    document = published(outcome)
    assert "London" in str(document["text"])
    assert all(int(str(m["end"])) <= 120 for entity in items(document, "entities") for m in items(entity, "mentions"))


def test_each_stage_is_timed_once_a_record() -> None:
    timed: list[Stage] = []

    @contextmanager
    def stopwatch(stage: Stage) -> Iterator[None]:
        yield
        timed.append(stage)

    PIPELINE.process([envelope(ARTICLES[0]), envelope(ARTICLES[1]), envelope("")], stopwatch)
    counts = {stage: timed.count(stage) for stage in Stage}
    assert counts == {
        Stage.DECODE: 3,
        Stage.CLEAN: 3,
        Stage.EXTRACT: 3,
        Stage.ANNOTATE: 2,
        Stage.STEPS: 2,
        Stage.ENCODE: 2,
        Stage.PROCESS: 0,
    }


WORDS = st.sampled_from(
    ["Ada Lovelace", "the BBC", "London's", "said", "\n\n", "\n", "“quoted”", "\u200b", "é", "😀", "東京", "<p>",
     "&amp;", "\u0000", "\ud800", "2019", "By Ann Lee", "date 2022-03-28", "Share", "</div>", PARAGRAPH, GERMAN]
)  # fmt: skip
PROSE = st.lists(WORDS, max_size=12).map(" ".join)
ENVELOPES = st.fixed_dictionaries(
    {},
    optional={
        "id": st.one_of(st.text(max_size=8), st.integers(), st.none()),
        "text": PROSE,
        "html": PROSE,
        "url": st.sampled_from(["https://example.org/a", "no url", ""]),
        "published_at": st.sampled_from(["2022-03-28", "yesterday", "2022-03-28T17:28:00+05:30"]),
        "language": st.sampled_from(["en", "de", "english", ""]),
        "more": st.integers(),
    },
).map(lambda fields: json.dumps(fields).encode())
VALUES = st.one_of(
    st.binary(max_size=200),
    PROSE.map(lambda text: text.encode("utf-8", "surrogatepass")),
    PROSE.map(lambda text: f"<html><body><article><h1>T</h1><p>{text}</p></article>".encode("utf-16", "surrogatepass")),
    ENVELOPES,
)
HEADERS = st.lists(
    st.tuples(
        st.sampled_from(["content-type", "content-encoding", "id", "language", "url", "published_at", "Other"]),
        st.one_of(
            st.binary(max_size=8),
            st.sampled_from(
                [b"text/html", b"text/plain; charset=latin-1", b"application/json", b"gzip", b"identity", b"en"]
            ),
        ),
    ),
    max_size=3,
).map(tuple)


@given(st.lists(st.builds(Record, value=VALUES, headers=HEADERS), max_size=4))
@hypothesis_settings(max_examples=150, derandomize=True, deadline=None)
def test_any_bytes_meet_one_fate_and_what_is_published_is_valid_and_true(records: list[Record]) -> None:
    outcomes = PIPELINE.process(records)
    assert len(outcomes) == len(records)
    for outcome in outcomes:
        assert isinstance(outcome, Enriched | Skipped | Rejected)
        if isinstance(outcome, Enriched):
            document = json.loads(outcome.document)
            VALIDATOR.validate(document)
            assert outcome.failed_steps == ()
            assert document["id"] == outcome.id
            for mention in mentions(document):
                assert document["text"][mention["start"] : mention["end"]] == mention["text"]
        elif isinstance(outcome, Rejected):
            assert outcome.reason is not RejectReason.ERROR, outcome.detail


def items(document: dict[str, object], key: str) -> list[dict[str, object]]:
    found = document.get(key, [])
    assert isinstance(found, list)
    return found


def mentions(node: object) -> Iterator[dict[str, int]]:
    """Everything that says of itself where in the text it stands, at any depth."""
    if isinstance(node, dict):
        if {"start", "end", "text"} <= node.keys():
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from mentions(child)


def _registered(component: Callable[[Doc], Doc]) -> str:
    from spacy.language import Language  # noqa: PLC0415 - used by one test

    Language.component("test_fails_over_paris", func=component)
    return "test_fails_over_paris"
