"""The loop on a real broker: outcomes, order, dead letters, bounds."""

import threading
from collections import defaultdict

import pytest
from kafka import KafkaAdminClient, KafkaProducer

from localkafka import LocalKafka
from tests.broker.harness import Echo, Running, committed, numbered, produce, running, settings, start, until, watching
from tests.conftest import create_topics
from worker import __version__
from worker.broker import FloodError, UnfitError
from worker.broker.records import Incoming
from worker.settings import Topics

pytestmark = pytest.mark.kafka


def header(record: Incoming, name: str) -> bytes | None:
    return dict(record.headers).get(f"news-worker-{name}")


def lags(worker: Running, topics: Topics) -> list[float]:
    return [worker.value("consumer_lag_records", topic=topics.input, partition=str(number)) for number in range(3)]


def test_every_record_is_published_once_and_its_offset_committed(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 3)
    produce(kafka, topics.input, numbered(100))
    with watching(kafka, topics.output) as eye, running(settings(kafka, topics)) as worker:
        assert sorted(eye.until(100)) == sorted(value for _, value in numbered(100))
        until(lambda: worker.value("records_published_total") == 100, "all counted")
        until(lambda: lags(worker, topics) == [0, 0, 0], "no lag is left")
        assert worker.value("records_consumed_total") == 100
        assert worker.value("input_bytes_total") == worker.value("output_bytes_total") == 600
        assert worker.value("steps_failed_total", step="times") == 100
        assert worker.value("records_unread_total", language="sv") == 100
        assert worker.value("assigned_partitions") == 3
        assert worker.value("rebalances_total") >= 1
        assert worker.value("latency_seconds_count") == 100
        assert worker.value("transaction_duration_seconds_count") >= 10
        assert worker.value("last_commit_timestamp_seconds") > 0
    assert sum(committed(kafka, topics.input, topics.input).values()) == 100


def test_articles_of_one_key_stay_in_order_and_keep_their_key(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 3)
    produce(kafka, topics.input, numbered(200))
    with watching(kafka, topics.output) as eye, running(settings(kafka, topics)):
        eye.until(200)
    by_key = defaultdict(list)
    for record in eye.records:
        by_key[record.key].append(record.value)
    expected = defaultdict(list)
    for key, value in numbered(200):
        expected[key].append(value)
    assert by_key == expected


def test_a_record_without_key_is_published_under_its_articles_id(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 1)
    produce(kafka, topics.input, [(None, b"one")])
    with watching(kafka, topics.output) as eye, running(settings(kafka, topics)):
        eye.until(1)
    (record,) = eye.records
    assert record.key == b"id-one"
    assert dict(record.headers) == {
        "content-type": b"application/json",
        "news-worker-version": __version__.encode(),
        "news-worker-topic": topics.input.encode(),
        "news-worker-partition": b"0",
        "news-worker-offset": b"0",
    }


def test_a_rejected_record_is_a_dead_letter_with_its_bytes_and_the_others_are_published(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 1)
    value, headers = b"reject \x00\xff\xfe", [("a", b"\x01\xff"), ("a", b""), ("url", "é".encode())]
    with KafkaProducer(bootstrap_servers=kafka.bootstrap_servers) as producer:
        producer.send(topics.input, b"one", key=b"k")
        producer.send(topics.input, value, key=b"\xff\x00", headers=headers, timestamp_ms=1_600_000_000_000)
        producer.send(topics.input, b"two", key=b"k")
    with watching(kafka, topics.output) as eye, running(settings(kafka, topics)) as worker:
        assert eye.until(2) == [b"one", b"two"]
        until(lambda: worker.value("records_rejected_total", stage="decode", reason="error") == 1, "it is counted")
    with watching(kafka, topics.dead_letters) as eye:
        eye.until(1)
    (letter,) = eye.records
    assert (letter.key, letter.value, list(letter.headers[:3])) == (b"\xff\x00", value, headers)
    names = ("stage", "reason", "detail", "exception", "topic", "partition", "offset", "timestamp", "version")
    assert [header(letter, name) for name in names] == [
        b"decode",
        b"error",
        b"ValueError: not an article",
        b"ValueError",
        topics.input.encode(),
        b"0",
        b"1",
        b"1600000000000",
        __version__.encode(),
    ]


def test_tombstones_and_empty_values_are_skipped_and_committed(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 1)
    with KafkaProducer(bootstrap_servers=kafka.bootstrap_servers) as producer:
        producer.send(topics.input, None, key=b"k")
        producer.send(topics.input, b"", key=b"k")
        producer.send(topics.input, b"one", key=b"k")
    processor = Echo()
    with watching(kafka, topics.output) as eye, running(settings(kafka, topics), processor) as worker:
        assert eye.until(1) == [b"one"]
        until(lambda: worker.value("records_skipped_total", reason="empty") == 2, "they are counted")
    assert processor.seen == [b"", b"one"]
    assert committed(kafka, topics.input, topics.input) == {0: 3}


def test_an_empty_topic_is_waited_on(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 2)
    with running(settings(kafka, topics)) as worker:
        until(lambda: worker.value("assigned_partitions") == 2, "the partitions are ours")
        produce(kafka, topics.input, [(b"k", b"late")])
        until(lambda: worker.value("records_published_total") == 1, "what comes late is published")


@pytest.mark.parametrize("limit", ["ours", "the topic's"])
def test_a_document_that_is_too_large_costs_only_itself(kafka: LocalKafka, limit: str) -> None:
    topics = create_topics(kafka, 1)
    values = [b"one", b"x" * 300_000, b"two"]
    if limit == "the topic's":
        alter(kafka, topics.output, "100000")
    client = {"max_request_bytes": 200_000 if limit == "ours" else 1_000_000, "compression": "none"}
    produce(kafka, topics.input, [(b"k", value) for value in values])
    alter(kafka, topics.dead_letters, "1000000")
    if limit == "ours":
        client["max_request_bytes"] = 290_000  # with the room for headers the dead letter fits, the document does not
    with watching(kafka, topics.output) as eye, running(settings(kafka, topics, client=client)):
        assert eye.until(2) == [b"one", b"two"]
    with watching(kafka, topics.dead_letters) as eye:
        assert eye.until(1) == [values[1]]
    assert header(eye.records[0], "reason") == b"too-large"
    assert committed(kafka, topics.input, topics.input) == {0: 3}


def test_a_dead_letter_that_does_not_fit_stops_the_worker_rather_than_be_lost(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 1)
    alter(kafka, topics.dead_letters, "1000")
    produce(kafka, topics.input, [(b"k", b"reject " + bytes(5000))])
    worker = start(settings(kafka, topics, client={"compression": "none"}))
    failure = worker.failure()
    assert isinstance(failure, UnfitError)
    assert "max.message.bytes" in str(failure)
    assert committed(kafka, topics.input, topics.input) == {}


def alter(kafka: LocalKafka, topic: str, max_message_bytes: str) -> None:
    from kafka.admin import ConfigResource, ConfigResourceType  # noqa: PLC0415

    admin = KafkaAdminClient(bootstrap_servers=kafka.bootstrap_servers)
    try:
        resource = ConfigResource(ConfigResourceType.TOPIC, topic, {"max.message.bytes": max_message_bytes})
        admin.alter_configs([resource])
    finally:
        admin.close()


def test_a_flood_of_rejections_stops_the_worker_without_committing_it(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 1)
    produce(kafka, topics.input, numbered(10) + [(b"k", b"reject %d" % number) for number in range(20)])
    worker = start(settings(kafka, topics, dead_letters={"flood_run": 15, "flood_window": 1000}))
    failure = worker.failure()
    assert isinstance(failure, FloodError)
    assert "15 records in a row" in str(failure)
    assert committed(kafka, topics.input, topics.input) == {0: 20}
    with watching(kafka, topics.dead_letters) as eye:
        assert len(eye.read()) == 10


def test_what_the_processor_gave_up_is_not_committed_and_done_again(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 1)
    release = threading.Event()
    produce(kafka, topics.input, numbered(15))
    processor = Echo(release)
    with watching(kafka, topics.output) as eye, running(settings(kafka, topics), processor) as worker:
        until(lambda: worker.value("records_consumed_total") == 15, "a batch is in hand")
        processor.cancel()
        release.set()
        assert eye.until(15) == [value for _, value in numbered(15)]
        assert worker.value("records_consumed_total") == 30


def test_a_batch_stays_within_its_bounds(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 1)
    produce(kafka, topics.input, [(b"k", b"%06d" % number + b"x" * 994) for number in range(40)])
    batch = {"max_records": 16, "max_bytes": 5000, "transaction_records": 64}
    with watching(kafka, topics.output) as eye, running(settings(kafka, topics, batch=batch)) as worker:
        assert [value[:6] for value in eye.until(40)] == [b"%06d" % number for number in range(40)]
        until(lambda: worker.value("records_published_total") == 40, "all counted")
        assert worker.value("batch_records_sum") == 40
        assert worker.value("batch_records_bucket", le="8.0") == worker.value("batch_records_count") >= 8
