"""The loop on a real broker: how it starts, ends, and gets over what goes wrong between."""

import subprocess
import sys
import threading

import pytest
from kafka import KafkaAdminClient, KafkaProducer

from localkafka import LocalKafka
from tests.broker.harness import Echo, committed, numbered, produce, running, settings, start, until, watching
from tests.conftest import create_topics
from worker.broker import FencedError, RefusedError, UnreadableError
from worker.broker.transaction import Transactions
from worker.settings import Topics

pytestmark = pytest.mark.kafka


def test_a_stop_finishes_and_commits_the_batch_in_hand_and_leaves_the_group(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 1)
    release = threading.Event()
    produce(kafka, topics.input, numbered(30))
    worker = start(settings(kafka, topics), Echo(release))
    until(lambda: worker.value("records_consumed_total") > 0, "a batch is in hand")
    worker.stop.set()
    release.set()
    worker.finish()
    assert committed(kafka, topics.input, topics.input) == {0: int(worker.value("records_consumed_total"))}
    admin = KafkaAdminClient(bootstrap_servers=kafka.bootstrap_servers)
    assert admin.describe_groups([topics.input])[topics.input]["members"] == []
    admin.close()


def test_a_missing_topic_is_named(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 1)
    wanted = Topics(input=topics.input, output="nowhere", dead_letters=topics.dead_letters)
    failure = start(settings(kafka, wanted)).failure()
    assert isinstance(failure, RefusedError)
    assert "nowhere" in str(failure)


def test_of_two_workers_with_one_name_only_one_goes_on(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 2)
    workers = [start(settings(kafka, topics)), start(settings(kafka, topics))]
    until(lambda: all(worker.value("assigned_partitions") == 1 for worker in workers), "each owns a partition")
    with watching(kafka, topics.output) as eye:
        for number in range(0, 200, 20):
            for partition in (0, 1):
                produce(kafka, topics.input, numbered(10, first=number + 10 * partition), partition)
        assert sorted(eye.until(200)) == sorted(value for _, value in numbered(200))
    until(lambda: any(worker.errors for worker in workers) or not workers, "one has ended")
    (ended,) = [worker for worker in workers if worker.errors]
    assert isinstance(ended.errors[0], FencedError)
    next(worker for worker in workers if worker is not ended).finish()


def test_a_transaction_may_begin_long_after_the_poll(kafka: LocalKafka) -> None:
    """T3: the processing takes longer than a transaction may."""
    topics = create_topics(kafka, 1)
    release = threading.Event()
    produce(kafka, topics.input, numbered(5))
    ours = settings(kafka, topics, client={"transaction_timeout_seconds": 1.0})
    with watching(kafka, topics.output) as eye, running(ours, Echo(release)) as worker:
        until(lambda: worker.value("records_consumed_total") == 5, "a batch is in hand")
        threading.Timer(3.0, release.set).start()
        assert eye.until(5) == [value for _, value in numbered(5)]
        assert worker.value("records_consumed_total") == 5


def test_a_transaction_without_an_answer_is_given_up_and_done_again(kafka: LocalKafka) -> None:
    """T11: nothing in the client would end the wait, for its requests may take longer than the transaction."""
    topics = create_topics(kafka, 1)
    client = {
        "request_timeout_seconds": 60.0,
        "delivery_timeout_seconds": 70.0,
        "transaction_timeout_seconds": 2.0,
        "session_timeout_seconds": 60.0,
    }
    with (
        running(settings(kafka, topics, client=client)) as worker,
        watching(kafka, topics.output) as eye,
        KafkaProducer(bootstrap_servers=kafka.bootstrap_servers) as producer,
    ):
        producer.send(topics.input, b"one")
        assert eye.until(1) == [b"one"]
        frozen = Transactions._check

        def freeze(*arguments: object) -> None:
            kafka.pause(1)
            frozen(*arguments)  # type: ignore[arg-type]  # what it was called with

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Transactions, "_check", freeze)
            producer.send(topics.input, b"two")
            until(lambda: worker.value("transaction_failures_total", kind="timeout") == 1, "it is given up")
        kafka.resume(1)
        assert eye.until(2) == [b"one", b"two"]


def test_a_worker_whose_kafka_call_never_returns_ends_itself(kafka: LocalKafka) -> None:
    """T11: with the broker frozen in mid-work the process ends with exit code 4."""
    topics = create_topics(kafka, 1)
    client = {"request_timeout_seconds": 60.0, "delivery_timeout_seconds": 70.0}
    ours = settings(kafka, topics, client=client, service={"stall_seconds": 2.0})
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "tests.broker.worker", ours.model_dump_json()],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        with KafkaProducer(bootstrap_servers=kafka.bootstrap_servers) as producer:
            producer.send(topics.input, b"one").get(10)
        kafka.pause(1)
        try:
            assert process.wait(60) == 4
        finally:
            kafka.resume(1)


class NotUtf8(str):
    """A header's name as a careless client might write it."""

    __slots__ = ()

    def encode(self, *_: object) -> bytes:
        return b"\xff\xfe"


def test_a_record_that_the_client_cannot_read_ends_the_worker_and_does_not_silence_it(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 1)
    with KafkaProducer(bootstrap_servers=kafka.bootstrap_servers) as producer:
        producer.send(topics.input, b"one").get(10)
        producer.send(topics.input, b"two", headers=[(NotUtf8("name"), b"")]).get(10)
    failure = start(settings(kafka, topics)).failure()
    assert isinstance(failure, UnreadableError)
    assert topics.input in str(failure)
    assert committed(kafka, topics.input, topics.input) == {0: 1}
