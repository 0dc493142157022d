"""What is published for a record."""

import pytest

from worker import __version__
from worker.broker.outgoing import DETAIL_CHARACTERS, dead_letter, outgoing
from worker.broker.records import Incoming, offsets_after
from worker.model import Enriched, Rejected, RejectReason, Skipped, SkipReason, Stage
from worker.settings import Topics

TOPICS = Topics(input="in", output="out", dead_letters="dead")


def incoming(key: bytes | None = b"k", **changes: object) -> Incoming:
    values = {
        "topic": "in",
        "partition": 3,
        "offset": 7,
        "timestamp_ms": 1234,
        "key": key,
        "value": b"\xff\x00",
        **changes,
    }
    return Incoming(**values)  # type: ignore[arg-type]  # the test knows


def rejected(reason: RejectReason = RejectReason.ERROR, detail: str = "ValueError: no") -> Rejected:
    return Rejected(stage=Stage.CLEAN, reason=reason, detail=detail)


def test_a_skipped_record_publishes_nothing() -> None:
    assert outgoing(incoming(), Skipped(reason=SkipReason.EMPTY), TOPICS) is None


@pytest.mark.parametrize(("key", "published"), [(b"k", b"k"), (b"", b""), (None, "ü".encode())])
def test_the_output_has_the_inputs_key_else_the_articles_id(key: bytes | None, published: bytes) -> None:
    out = outgoing(incoming(key), Enriched(id="ü", document=b"{}"), TOPICS)
    assert out is not None
    assert (out.topic, out.key, out.value) == ("out", published, b"{}")


def test_a_dead_letter_keeps_everything_and_adds_where_and_why() -> None:
    headers = (("a", b"\xff"), ("a", b"2"), ("empty", b""), ("null", None))
    letter = dead_letter(incoming(None, headers=headers), rejected(), "dead")
    assert (letter.topic, letter.key, letter.value) == ("dead", None, b"\xff\x00")
    assert letter.headers[:4] == (("a", b"\xff"), ("a", b"2"), ("empty", b""), ("null", b""))
    assert dict(letter.headers[4:]) == {
        "news-worker-stage": b"clean",
        "news-worker-reason": b"error",
        "news-worker-detail": b"ValueError: no",
        "news-worker-exception": b"ValueError",
        "news-worker-topic": b"in",
        "news-worker-partition": b"3",
        "news-worker-offset": b"7",
        "news-worker-timestamp": b"1234",
        "news-worker-version": __version__.encode(),
        "news-worker-null-headers": b"null",
    }


@pytest.mark.parametrize(
    ("reason", "detail"),
    [(RejectReason.TIMEOUT, "Slow: very"), (RejectReason.ERROR, "it went wrong: somehow"), (RejectReason.ERROR, "")],
)
def test_no_exception_is_named_where_there_was_none(reason: RejectReason, detail: str) -> None:
    assert "news-worker-exception" not in dict(dead_letter(incoming(), rejected(reason, detail), "dead").headers)


def test_a_detail_is_cut_and_any_character_can_be_sent() -> None:
    headers = dict(dead_letter(incoming(), rejected(detail="\ud800" + "x" * 5000), "dead").headers)
    assert headers["news-worker-detail"] == b"?" + b"x" * (DETAIL_CHARACTERS - 1)


def test_the_size_is_an_upper_bound_of_what_kafka_counts() -> None:
    letter = dead_letter(incoming(headers=(("a", b"b" * 100),)), rejected(), "dead")
    content = sum(len(name) + len(value) for name, value in letter.headers)
    assert letter.size >= len(letter.value) + content


def test_a_header_without_value_is_an_empty_one_to_the_processor() -> None:
    assert incoming(headers=(("a", None),)).record().headers == (("a", b""),)


def test_the_offsets_to_commit_follow_the_last_record_of_each_partition() -> None:
    records = [incoming(partition=partition, offset=offset) for partition, offset in [(1, 4), (1, 9), (2, 0)]]
    assert {tp.partition: offset.offset for tp, offset in offsets_after(records).items()} == {1: 10, 2: 1}
