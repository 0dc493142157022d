"""The worker as it is deployed: a process of its own, children, the real broker; raw pages in, enriched out."""

import json
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from jsonschema import Draft202012Validator
from kafka import KafkaAdminClient
from kafka.consumer.fetcher import ConsumerRecord
from prometheus_client.parser import text_string_to_metric_families

from localkafka import LocalKafka
from tests.conftest import create_topics
from tests.traffic import Raw, everything, send
from worker.settings import Topics

COMMAND = str(Path(sys.executable).with_name("news-worker"))
SCHEMA = Path("config/enriched-article.schema.json")
SENTENCE = "Mayor Anna Lindqvist said in Gothenburg on Tuesday that ferry number {} would sail in spring. "
LIMITS = ("input.max_bytes=100000",)

pytestmark = pytest.mark.kafka


def article(number: int) -> Raw:
    text = SENTENCE.format(number) * 4
    html = f"<html lang=en><title>Ferry {number}</title><article><h1>Ferry {number}</h1><p>{text}</p></article>"
    name = f"article-{number}"
    match number % 4:
        case 0:
            return name.encode(), json.dumps({"id": name, "html": html}).encode(), []
        case 1:
            return (
                name.encode(),
                json.dumps({"id": name, "text": text}).encode(),
                [("content-type", b"application/json")],
            )
        case 2:
            return name.encode(), html.encode(), [("content-type", b"text/html; charset=utf-8"), ("id", name.encode())]
        case _:
            return None, text.encode(), [("id", name.encode())]


ARTICLES = [article(number) for number in range(50)]
POISON: dict[bytes, tuple[Raw, str]] = {
    b"picture": ((b"picture", b"\x89PNG\r\n\x1a\n" + bytes(500), []), "undecodable"),
    b"gzip": ((b"gzip", b"\x1f\x8b\x08 not gzip", [("content-encoding", b"gzip")]), "undecodable"),
    b"large": ((b"large", b"<p>" + b"x" * 200_000, [("x-trace", b"\xff\x00")]), "too-large"),
    b"pdf": ((b"pdf", b"%PDF-1.7", [("content-type", b"application/pdf")]), "unknown-content-type"),
    b"envelope": ((b"envelope", b'{"id": "x"}', [("content-type", b"application/json")]), "invalid-envelope"),
}
EMPTY: list[Raw] = [(b"empty", b"", []), (b"blank", b"<html></html>", []), (b"tombstone", None, [])]


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 120.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"still not: {what}"
        time.sleep(0.2)


class Running:
    """A worker in a process of its own."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self.process = process
        self.log = log

    def said(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    @property
    def port(self) -> int:
        ports = [entry["port"] for entry in self.said() if "port" in entry]
        return int(str(ports[0])) if ports else 0

    def get(self, page: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{page}", timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return 0, ""

    def metrics(self) -> dict[str, float]:
        families = text_string_to_metric_families(self.get("/metrics")[1])
        return {
            "/".join([sample.name, *sample.labels.values()]): sample.value
            for family in families
            for sample in family.samples
        }


@contextmanager
def worker(kafka: LocalKafka, topics: Topics, log: Path, *extra: str) -> Iterator[Running]:
    """Running until the end of the block, whatever happens there."""
    places = [f"topics.{name}={topic}" for name, topic in topics.model_dump().items()]
    sets = [part for setting in (*places, *LIMITS, *extra) for part in ("--set", setting)]
    flags = ["-b", kafka.bootstrap_servers, "--group", topics.input, "--processes", "2", "--metrics-port", "0"]
    with log.open("wb") as stderr, subprocess.Popen([COMMAND, "run", *flags, *sets], stderr=stderr) as process:
        try:
            yield Running(process, log)
        finally:
            process.kill()


def members(kafka: LocalKafka, group: str) -> int:
    admin = KafkaAdminClient(bootstrap_servers=kafka.bootstrap_servers)
    try:
        return len(admin.describe_groups([group])[group]["members"])
    finally:
        admin.close()


def committed(metrics: dict[str, float]) -> float:
    counters = tuple(f"news_worker_records_{fate}_total" for fate in ("published", "skipped", "rejected"))
    return sum(value for name, value in metrics.items() if name.startswith(counters))


def test_every_record_meets_its_fate_once_and_the_worker_leaves_in_good_order(
    kafka: LocalKafka, tmp_path: Path
) -> None:
    topics = create_topics(kafka, partitions=4)
    records = [*ARTICLES, *(raw for raw, _ in POISON.values()), *EMPTY]
    send(kafka, topics.input, records[::2] + records[1::2])
    with worker(kafka, topics, tmp_path / "log") as running:
        wait_until(lambda: running.port > 0, "listening")
        wait_until(lambda: running.get("/readyz")[0] == 200, "ready")
        wait_until(lambda: committed(running.metrics()) == len(records), "all committed")
        metrics, health = running.metrics(), running.get("/healthz")[0]
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(timeout=60) == 0

    assert health == 200
    assert metrics["news_worker_records_consumed_total"] == len(records)
    assert metrics["news_worker_records_published_total"] == len(ARTICLES)
    assert metrics["news_worker_records_skipped_total/empty"] == len(EMPTY)
    assert metrics["news_worker_records_rejected_total/undecodable/decode"] == 2
    assert metrics["news_worker_latency_seconds_count"] == len(records)
    assert metrics["news_worker_children_alive"] == 2
    assert metrics["news_worker_assigned_partitions"] == 4
    assert all(metrics[f"news_worker_consumer_lag_records/{number}/{topics.input}"] == 0 for number in range(4))
    assert members(kafka, topics.input) == 0
    _enriched_are_right(everything(kafka, topics.output), topics)
    _dead_letters_are_right(everything(kafka, topics.dead_letters), topics)
    _log_is_right(running.said())


def _enriched_are_right(records: list[ConsumerRecord], topics: Topics) -> None:
    documents = [json.loads(record.value) for record in records]
    assert sorted(document["id"] for document in documents) == sorted(f"article-{n}" for n in range(len(ARTICLES)))
    validator = Draft202012Validator(json.loads(SCHEMA.read_text()))
    for record, document in zip(records, documents, strict=True):
        validator.validate(document)
        headers = dict(record.headers)
        assert record.key.decode() == document["id"]
        assert headers["content-type"] == b"application/json"
        assert headers["news-worker-topic"].decode() == topics.input
        assert "ferry number" in document["text"]
        assert any(entity["name"].endswith("Lindqvist") for entity in document["entities"])
        for entity in document["entities"]:
            for mention in entity["mentions"]:
                assert document["text"][mention["start"] : mention["end"]] == mention["text"]


def _dead_letters_are_right(records: list[ConsumerRecord], topics: Topics) -> None:
    assert sorted(record.key for record in records) == sorted(POISON)
    for record in records:
        (key, value, original), reason = POISON[record.key]
        headers = dict(record.headers)
        assert (record.key, record.value) == (key, value)
        assert record.headers[: len(original)] == original
        assert headers["news-worker-reason"].decode() == reason
        assert headers["news-worker-topic"].decode() == topics.input
        assert headers["news-worker-offset"].isdigit()


def _log_is_right(entries: list[dict[str, object]]) -> None:
    letters = [entry for entry in entries if entry["level"] == "WARNING" and "reason" in entry]
    assert len(letters) == len(POISON)
    assert all(isinstance(entry["partition"], int) and isinstance(entry["offset"], int) for entry in letters)
    assert len([entry for entry in entries if entry["level"] == "INFO"]) < 20, "normal operation logs nothing a record"
    assert entries[-1]["message"] == "Stopped in good order"


def test_what_is_in_hand_at_sigterm_is_committed_and_the_rest_is_left_to_the_next_worker(
    kafka: LocalKafka, tmp_path: Path
) -> None:
    topics = create_topics(kafka, partitions=2)
    records = [article(number) for number in range(400)]
    send(kafka, topics.input, records)
    with worker(kafka, topics, tmp_path / "first") as first:
        wait_until(lambda: first.metrics().get("news_worker_records_consumed_total", 0) > 0, "at work")
        first.process.send_signal(signal.SIGTERM)
        assert first.process.wait(timeout=60) == 0
    published = len(everything(kafka, topics.output))
    assert 0 < published < len(records)
    with worker(kafka, topics, tmp_path / "second") as second:
        wait_until(lambda: len(everything(kafka, topics.output)) >= len(records), "all published")
        second.process.send_signal(signal.SIGINT)
        assert second.process.wait(timeout=60) == 0
    ids = [json.loads(record.value)["id"] for record in everything(kafka, topics.output)]
    assert sorted(ids) == sorted(f"article-{number}" for number in range(len(records)))


def test_a_batch_that_outlasts_the_drain_is_given_up_and_done_by_the_next_worker(
    kafka: LocalKafka, tmp_path: Path
) -> None:
    topics = create_topics(kafka, partitions=1)
    records = [article(number) for number in range(300)]
    send(kafka, topics.input, records)
    with worker(kafka, topics, tmp_path / "log", "service.drain_seconds=0.1") as running:
        wait_until(lambda: running.metrics().get("news_worker_records_consumed_total", 0) > 0, "at work")
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(timeout=60) == 0
    assert len(everything(kafka, topics.output)) < len(records)
    assert any("given up" in str(entry["message"]) for entry in running.said())
    assert members(kafka, topics.input) == 0


def test_a_second_signal_ends_it_at_once_with_its_children(kafka: LocalKafka, tmp_path: Path) -> None:
    topics = create_topics(kafka, partitions=1)
    send(kafka, topics.input, [article(number) for number in range(300)])
    with worker(kafka, topics, tmp_path / "log", "service.drain_seconds=60") as running:
        wait_until(lambda: running.metrics().get("news_worker_records_consumed_total", 0) > 0, "at work")
        children = psutil.Process(running.process.pid).children(recursive=True)
        running.process.send_signal(signal.SIGTERM)
        wait_until(lambda: any("finishing" in str(entry["message"]) for entry in running.said()), "draining")
        assert running.get("/readyz")[0] == 503
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(timeout=10) == 130
    assert children
    assert not psutil.wait_procs(children, timeout=30)[1]
