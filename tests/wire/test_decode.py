"""Every input form, and every way in which it may be wrong."""

import gzip

import orjson
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from worker.model import Form, RawArticle, Record, Rejected, RejectReason, Stage
from worker.settings import Input
from worker.wire import decode

LIMITS = Input()
PAGE = "<!doctype html><title>Café</title><p>“Wait,” she said.</p>"


def decoded(value: bytes | str, limits: Input = LIMITS, **headers: str | bytes) -> RawArticle | Rejected:
    pairs = tuple(
        (
            name.replace("_", "-") if name.startswith("content") else name,
            text.encode() if isinstance(text, str) else text,
        )
        for name, text in headers.items()
    )
    return decode(Record(value=value.encode() if isinstance(value, str) else value, headers=pairs), limits)


def article(value: bytes | str, limits: Input = LIMITS, **headers: str | bytes) -> RawArticle:
    outcome = decoded(value, limits, **headers)
    assert isinstance(outcome, RawArticle), outcome
    return outcome


def rejected(value: bytes | str, limits: Input = LIMITS, **headers: str | bytes) -> Rejected:
    outcome = decoded(value, limits, **headers)
    assert isinstance(outcome, Rejected), outcome
    assert outcome.stage is Stage.DECODE
    return outcome


@pytest.mark.parametrize(
    ("value", "form", "content"),
    [
        (b'{"html": "<p>x</p>"}', Form.HTML, "<p>x</p>"),
        (b'{"text": "x"}', Form.TEXT, "x"),
        (b'\xef\xbb\xbf {"text": "x", "html": null, "crawler": {"a": [1]}}', Form.TEXT, "x"),
        ('{"text": "x"}'.encode("utf-16"), Form.TEXT, "x"),
        (b'{"text": ""}', Form.TEXT, ""),
        (b'{"text": "a\nb"}', Form.TEXT, "a\nb"),
        (b'{"text": "x", "score": NaN}', Form.TEXT, "x"),
        (PAGE.encode(), Form.HTML, PAGE),
        (b"\n\n <html><p>x", Form.HTML, "\n\n <html><p>x"),
        (b"<?xml version='1.0'?><html>x", Form.HTML, "<?xml version='1.0'?><html>x"),
        (b"<!-- saved --><p>x", Form.HTML, "<!-- saved --><p>x"),
        (b"Warning: mysql\n<html><p>x", Form.HTML, "Warning: mysql\n<html><p>x"),
        (b"A flattened page\nwith lines", Form.TEXT, "A flattened page\nwith lines"),
        (b"<3 this text & 1 < 2", Form.TEXT, "<3 this text & 1 < 2"),
        (b"{curly} words, no envelope", Form.TEXT, "{curly} words, no envelope"),
        (b"[Reuters] no envelope", Form.TEXT, "[Reuters] no envelope"),
        (b"", Form.TEXT, ""),
        (b"x\x00y\x0bz\x1f", Form.TEXT, "xyz"),
    ],
)
def test_the_first_bytes_tell_the_form(value: bytes, form: Form, content: str) -> None:
    raw = article(value)
    assert (raw.form, raw.content) == (form, content)


@pytest.mark.parametrize(
    ("content_type", "value", "form"),
    [
        ("text/html", '{"text": "x"}', Form.HTML),
        ("TEXT/HTML ; Charset=UTF-8", "x", Form.HTML),
        ("application/xhtml+xml", "x", Form.HTML),
        ("text/plain; charset=utf-8", "<p>x</p>", Form.TEXT),
        ("application/json", '{"text": "x"}', Form.TEXT),
        ("application/octet-stream", "<p>x</p>", Form.HTML),
        ("", "<p>x</p>", Form.HTML),
    ],
)
def test_the_content_type_decides_where_it_is_given(content_type: str, value: str, form: Form) -> None:
    assert article(value, content_type=content_type).form is form


@pytest.mark.parametrize("content_type", ["image/png", "application/pdf", "nonsense", "text/html/x", "application/xml"])
def test_another_content_type_is_rejected_by_name(content_type: str) -> None:
    fate = rejected(PAGE, content_type=content_type)
    assert fate.reason is RejectReason.UNKNOWN_CONTENT_TYPE
    assert content_type in fate.detail
    assert "text/html" in fate.detail


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ('{"text": "cut short', "not valid JSON"),
        ("{}", "neither html nor text"),
        ('{"id": "a", "html": null}', "neither html nor text"),
        ('{"html": "a", "text": "b"}', "both html and text"),
        ('{"html": "", "text": "b"}', "both html and text"),
        ('{"html": ["a"]}', "html is not a string"),
        ('{"html": 1, "text": {}}', "html and text is not a string"),
        ('{"a": ' + "[" * 100_000, "not valid JSON"),
    ],
)
def test_a_wrong_envelope_is_rejected_with_what_to_send(value: str, sentence: str) -> None:
    fate = rejected(value)
    assert fate.reason is RejectReason.INVALID_ENVELOPE
    assert sentence in fate.detail
    assert 'send one JSON object with the page in "html" or its text in "text"' in fate.detail


@pytest.mark.parametrize("value", ["[1]", "3", "null", '"text"', "x", ""])
def test_what_is_called_json_and_is_no_object_is_rejected(value: str) -> None:
    assert rejected(value, content_type="application/json").reason is RejectReason.INVALID_ENVELOPE


def test_a_rejected_record_keeps_the_id_that_its_sender_gave() -> None:
    assert rejected('{"id": "a-1"}').id == "a-1"
    assert rejected('{"id": 7, "html": 1}').id == "7"
    assert rejected("{}", content_type="application/json", id="b-2").id == "b-2"
    assert rejected("{}", content_type="application/json").id is None


@pytest.mark.parametrize(
    "value",
    [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, b"%PDF-1.7\n1 0 obj", b"PK\x03\x04" + bytes(200), b"\x00" * 500],
)
def test_a_binary_file_is_rejected(value: bytes) -> None:
    assert rejected(value).reason is RejectReason.UNDECODABLE


class TestHeaders:
    def test_say_of_a_bare_page_what_an_envelope_would(self) -> None:
        raw = article(
            PAGE,
            id="n-1",
            url="https://news.example/a",
            fetched_at="2022-03-28T12:00:00Z",
            published_at="2022-03-28",
            language="en-GB",
            source="feed-ü",
        )
        assert raw == RawArticle(
            id="n-1",
            form=Form.HTML,
            content=PAGE,
            url="https://news.example/a",
            fetched_at="2022-03-28T12:00:00+00:00",
            published_at="2022-03-28",
            language="en",
            source="feed-ü",
        )

    def test_give_way_to_the_envelope(self) -> None:
        raw = article('{"text": "x", "id": "inner", "url": "none"}', id="outer", url="https://news.example/a")
        assert (raw.id, raw.url) == ("inner", "https://news.example/a")

    def test_count_by_their_last_value_and_in_any_case(self) -> None:
        headers = (("id", b"1"), ("Content-Type", b"image/png"), ("ID", b"2"), ("content-type", b"text/html"))
        raw = decode(Record(value=b"x", headers=headers), LIMITS)
        assert isinstance(raw, RawArticle)
        assert (raw.id, raw.form) == ("2", Form.HTML)


class TestLeadingDate:
    @pytest.mark.parametrize(
        ("text", "content", "day"),
        [
            ("date 2022-03-28 Some words", "Some words", "2022-03-28"),
            (" date 2022-03-28 Some words\n", "Some words\n", "2022-03-28"),
            ("\n\tdate 2022-03-28\nSome words", "\nSome words", "2022-03-28"),
            ("date 2022-03-28", "", "2022-03-28"),
            ("date 2024-02-29 Leap", "Leap", "2024-02-29"),
            ("date 2023-02-29 No leap", "date 2023-02-29 No leap", None),
            ("date 2022-13-45 Some words", "date 2022-13-45 Some words", None),
            ("date 0000-01-01 x", "date 0000-01-01 x", None),
            ("date 2022-03-281 x", "date 2022-03-281 x", None),
            ("date 2022-03-28T10:00 x", "date 2022-03-28T10:00 x", None),
            ("date ٢٠٢٢-03-28 x", "date ٢٠٢٢-03-28 x", None),
            ("update 2022-03-28 x", "update 2022-03-28 x", None),
            ("Some words date 2022-03-28", "Some words date 2022-03-28", None),
        ],
    )
    @pytest.mark.parametrize("wrapped", [True, False])
    def test_becomes_the_day_of_publication(self, text: str, content: str, day: str | None, wrapped: bool) -> None:
        raw = article(orjson.dumps({"text": text}) if wrapped else text)
        assert (raw.content, raw.published_at) == (content, day)

    def test_gives_way_to_what_the_sender_says_and_is_cut_all_the_same(self) -> None:
        raw = article('{"text": "date 2022-03-28 x", "published_at": "2022-03-29"}')
        assert (raw.content, raw.published_at) == ("x", "2022-03-29")

    def test_means_nothing_in_a_page(self) -> None:
        raw = article("date 2022-03-28 <p>x", content_type="text/html")
        assert (raw.content, raw.published_at) == ("date 2022-03-28 <p>x", None)


class TestIdentity:
    def test_follows_from_url_and_content_however_they_were_packed(self) -> None:
        url = "https://news.example/a"
        envelope = orjson.dumps({"html": PAGE, "url": url, "fetched_at": "2022-03-28"})
        ids = {
            article(envelope).id,
            article(gzip.compress(envelope)).id,
            article(PAGE, url=url, language="fr").id,
            article(PAGE.encode("cp1252"), url=url, content_type="text/html; charset=latin1").id,
            article(zstandard.compress(PAGE.encode()), url=url, content_encoding="zstd").id,
        }
        assert ids == {"119cd295d03512977ce2571255e4acc1"}

    def test_differs_by_url_and_by_content(self) -> None:
        senders = [{}, {"url": "https://news.example/a"}, {"url": "https://news.example/b"}]
        ids = [article(orjson.dumps({"text": text, **sender})).id for text in ("x", "y") for sender in senders]
        assert len(set(ids)) == len(ids)


class TestSize:
    def test_a_record_over_the_limit_is_rejected_with_the_setting_to_raise(self) -> None:
        small = Input(max_bytes=10)
        assert article("x" * 10, small).content == "x" * 10
        fate = rejected("x" * 11, small)
        assert fate.reason is RejectReason.TOO_LARGE
        assert "input.max_bytes" in fate.detail


@pytest.mark.parametrize(
    ("json", "content"),
    [
        (rb'{"text": "\ud83d\ude00"}', "\U0001f600"),
        (rb'{"text": "\ud83d cut"}', "\ufffd cut"),
        (rb'{"text": "\ude00\ud83d"}', "\ufffd\ufffd"),
        (rb'{"text": "a\u0000b"}', "ab"),
        (rb'{"text": "line\u2028end\u0085"}', "line\u2028end\u0085"),
    ],
)
def test_json_escapes_become_characters_that_can_be_encoded(json: bytes, content: str) -> None:
    assert article(json).content == content


_HEADER_NAMES = st.sampled_from(
    ["content-type", "content-encoding", "id", "url", "published_at", "language", "source", "x"]
)
_HEADER_VALUES = st.sampled_from(
    [b"text/html", b"text/plain; charset=utf-16", b"application/json", b"gzip", b"zstd", b"gzip, zstd", b"identity"]
) | st.binary(max_size=40)
_ENVELOPES = st.dictionaries(
    st.sampled_from(["html", "text", "id", "url", "fetched_at", "published_at", "language", "source", "other"]),
    st.none() | st.text(max_size=40) | st.integers() | st.floats() | st.booleans() | st.lists(st.text(max_size=3)),
)
_VALUES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
    st.text(max_size=100).map(lambda text: ("<html>" + text).encode("utf-16")),
    _ENVELOPES.map(lambda envelope: orjson.dumps(envelope, option=orjson.OPT_PASSTHROUGH_SUBCLASS)),
    st.binary(max_size=100).map(gzip.compress),
    st.binary(max_size=100).map(zstandard.compress),
    st.binary(max_size=60).map(lambda tail: b"\x1f\x8b\x08" + tail),
    st.binary(max_size=60).map(lambda tail: b'{"' + tail),
)


@settings(derandomize=True, max_examples=600, deadline=None)
@given(_VALUES, st.lists(st.tuples(_HEADER_NAMES, _HEADER_VALUES), max_size=4))
def test_any_bytes_and_headers_meet_exactly_one_fate(value: bytes, headers: list[tuple[str, bytes]]) -> None:
    record = Record(value=value, headers=tuple(headers))
    outcome = decode(record, LIMITS)
    assert outcome == decode(record, LIMITS)
    if isinstance(outcome, Rejected):
        assert outcome.stage is Stage.DECODE
        assert outcome.detail.encode()
    else:
        assert outcome.id
        for text in (outcome.id, outcome.content, outcome.url, outcome.published_at, outcome.language, outcome.source):
            assert text is None or text.encode() is not None


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=300), st.lists(st.sampled_from(["gzip", "x-gzip", "zstd", "identity"]), max_size=4))
def test_compression_does_not_change_what_is_read(text: str, codings: list[str]) -> None:
    plain = value = orjson.dumps({"text": text.encode("utf-8", "replace").decode(), "id": 7})
    for coding in codings:
        value = zstandard.compress(value) if coding == "zstd" else value
        value = gzip.compress(value) if coding.endswith("gzip") else value
    assert decoded(value, content_encoding=", ".join(codings)) == decoded(plain)
    assert decoded(value) == decoded(plain)
