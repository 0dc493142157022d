"""What is published, byte for byte."""

from dataclasses import replace
from typing import Literal

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.wire.samples import BARE, FULL, documents
from worker.model import Article, Author, Document
from worker.wire import encode
from worker.wire.keys import KEYS_AFTER_SECTIONS, KEYS_BEFORE_SECTIONS

How = Literal["off", "counts", "lines"]


def published(document: Document, removed: How = "counts") -> dict[str, object]:
    value = orjson.loads(encode(document, removed))
    assert isinstance(value, dict)
    return value


def test_a_document_is_published_in_a_fixed_order_without_what_is_empty() -> None:
    assert encode(FULL, "counts").decode() == (
        '{"schema_version":1,"id":"a-1","url":"https://news.example/a","canonical_url":"https://news.example/b",'
        '"site":"News","section":"Weather","title":"Rain","standfirst":"It rains.",'
        '"authors":[{"name":"Ann Lee","kind":"person"},{"name":"Reuters","kind":"agency"}],'
        '"published_at":"2022-03-28T17:28:00+05:30","modified_at":"2022-03-29",'
        '"language":{"code":"en","confidence":0.5},"text":"Rain.\\n\\nMore rain.",'
        '"paragraphs":[{"start":0,"end":5,"kind":"heading"},{"start":7,"end":17,"kind":"paragraph"}],'
        '"images":[{"url":"https://news.example/i.jpg","credit":"Bo"}],"reading_time_minutes":1,'
        '"removed":{"counts":{"cookie-notice":1,"share-bar":2}},'
        '"weather":{"sky":"grey","mentions":[{"start":0,"end":4,"text":"Rain"}]},'
        '"problems":[{"step":"tides","error":"KeyError"}],'
        '"provenance":{"title":"json-ld","published_at":"text"}}'
    )


def test_what_says_nothing_is_left_out() -> None:
    assert encode(BARE, "lines") == b'{"schema_version":1,"id":"b","text":"x"}'


def test_removed_is_told_as_the_setting_says() -> None:
    assert "removed" not in published(FULL, "off")
    assert published(FULL, "lines")["removed"] == {
        "counts": {"cookie-notice": 1, "share-bar": 2},
        "lines": [
            {"reason": "share-bar", "text": "Share"},
            {"reason": "cookie-notice", "text": "We use cookies"},
            {"reason": "share-bar", "text": "Tweet"},
        ],
    }


def test_every_field_of_the_article_has_its_place() -> None:
    assert set(Article.__slots__) | {"schema_version", "problems"} == {*KEYS_BEFORE_SECTIONS, *KEYS_AFTER_SECTIONS}


def test_half_a_surrogate_pair_moves_no_offset() -> None:
    text = "a \ud83d\ude00 b \ud83d"
    document = Document(article=replace(BARE.article, text=text, authors=(Author(name="\udfff"),)))
    assert published(document)["text"] == "a \ufffd\ufffd b \ufffd"
    assert published(document)["authors"] == [{"name": "\ufffd", "kind": "person"}]


def test_a_section_that_json_does_not_have_is_an_error_that_names_it() -> None:
    with pytest.raises(TypeError, match="A set cannot be published"):
        encode(Document(article=BARE.article, sections={"odd": {1, 2}}), "off")


@settings(derandomize=True, max_examples=200, deadline=None)
@given(documents, st.sampled_from(["off", "counts", "lines"]))
def test_the_same_document_gives_the_same_bytes_and_its_text_keeps_its_length(document: Document, removed: How) -> None:
    first = encode(document, removed)
    assert first == encode(document, removed)
    text = orjson.loads(first)["text"]
    assert len(text) == len(document.article.text)
    assert all(theirs in (ours, "\ufffd") for ours, theirs in zip(document.article.text, text, strict=True))
