"""The commands that speak with Kafka, on the real broker."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from kafka import KafkaAdminClient
from typer.testing import CliRunner, Result

from localkafka import LocalKafka
from tests.conftest import create_topics
from tests.traffic import everything, send
from worker.cli import app
from worker.settings import Topics

COMMAND = str(Path(sys.executable).with_name("news-worker"))
PAGE = b"<html><p>caf\xe9</p></html>"

pytestmark = pytest.mark.kafka


def arguments(command: Sequence[str], kafka: LocalKafka, topics: Topics) -> list[str]:
    places = [f"topics.{name}={topic}" for name, topic in topics.model_dump().items()]
    group = f"kafka.group={topics.input}-group"
    return [*command, "-b", kafka.bootstrap_servers, *(part for place in (*places, group) for part in ("--set", place))]


def invoke(kafka: LocalKafka, topics: Topics, *command: str) -> Result:
    return CliRunner().invoke(app, arguments(command, kafka, topics))


def said(reason: str, stage: str = "decode", offset: int = 7) -> list[tuple[str, bytes]]:
    facts = {"stage": stage, "reason": reason, "detail": f"it was {reason}", "timestamp": "1", "version": "0"}
    facts |= {"topic": "raw", "partition": "3", "offset": str(offset)}
    return [(f"news-worker-{name}", value.encode()) for name, value in facts.items()]


@pytest.fixture
def topics(kafka: LocalKafka) -> Topics:
    return create_topics(kafka, partitions=3)


# feed


def test_feed_sends_envelopes_as_they_are_and_pages_with_type_and_id(
    kafka: LocalKafka, topics: Topics, tmp_path: Path
) -> None:
    lines = ['{"id": "one",  "text": "a"}', '{"text": "no id"}', "not json"]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    (tmp_path / "b.html").write_bytes(PAGE)
    result = invoke(kafka, topics, "feed", str(tmp_path))
    path = f"{tmp_path}/b.html".encode()
    sent = {record.value: (record.key, record.headers) for record in everything(kafka, topics.input)}
    envelope = [("content-type", b"application/json")]
    assert result.exit_code == 0
    assert "4 records delivered" in result.stdout
    assert sent == {
        lines[0].encode(): (b"one", envelope),
        lines[1].encode(): (None, envelope),
        lines[2].encode(): (None, envelope),
        PAGE: (path, [("content-type", b"text/html"), ("id", path)]),
    }


def test_every_round_of_a_repeated_feed_has_fresh_ids(kafka: LocalKafka, topics: Topics, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "one", "text": "a"}\n{"id": 2, "text": "b"}\n')
    (tmp_path / "b.html").write_bytes(PAGE)
    assert invoke(kafka, topics, "feed", str(tmp_path), "--repeat", "3").exit_code == 0
    records = everything(kafka, topics.input)
    page = f"{tmp_path}/b.html"
    assert sorted(record.key.decode() for record in records) == sorted(
        f"{name}{suffix}" for name in ("one", "2", page) for suffix in ("", "-2", "-3")
    )
    for record in records:
        stated = dict(record.headers).get("id") or json.loads(record.value)["id"]
        assert str(stated if isinstance(stated, str | int) else stated.decode()) == record.key.decode()


def test_a_limit_ends_a_feed_over_all_rounds(kafka: LocalKafka, topics: Topics, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "one", "text": "a"}\n{"id": "two", "text": "b"}\n')
    invoke(kafka, topics, "feed", str(tmp_path / "a.jsonl"), "--repeat", "100", "--limit", "5")
    assert len(everything(kafka, topics.input)) == 5


def test_a_feed_goes_no_faster_than_its_rate(kafka: LocalKafka, topics: Topics, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "one", "text": "a"}\n' * 6)
    started = time.monotonic()
    invoke(kafka, topics, "feed", str(tmp_path / "a.jsonl"), "--rate", "5")
    assert time.monotonic() - started >= 1.0


def test_a_feed_says_what_failed_and_sends_the_rest(kafka: LocalKafka, topics: Topics, tmp_path: Path) -> None:
    large = json.dumps({"id": "large", "text": "x" * (17 << 20)})
    (tmp_path / "a.jsonl").write_text(f'{{"id": "one", "text": "a"}}\n{large}\n{{"id": "two", "text": "b"}}\n')
    (tmp_path / "b.html.gz").write_bytes(b"\x1f\x8b\x08broken")
    result = invoke(kafka, topics, "feed", str(tmp_path))
    assert result.exit_code == 1
    assert f"{tmp_path}/a.jsonl:2" in result.stderr
    assert f"{tmp_path}/b.html.gz" in result.stderr
    assert sorted(record.key for record in everything(kafka, topics.input)) == [b"one", b"two"]


def test_a_feed_to_a_missing_topic_says_how_to_make_it(kafka: LocalKafka, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    result = invoke(kafka, Topics(input="no-such-topic"), "feed", str(tmp_path))
    assert result.exit_code != 0
    assert "topics create" in result.stderr


@pytest.mark.parametrize("command", [["feed", "a.txt"], ["topics", "check"], ["dead-letters", "list"]])
def test_a_broker_that_is_not_there_is_a_sentence_and_exit_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("worker.cli.clients.CONNECT_SECONDS", 1)
    (tmp_path / "a.txt").write_text("a")
    result = CliRunner().invoke(app, [*command, "-b", "127.0.0.1:1"])
    assert result.exit_code == 3
    assert "Kafka at 127.0.0.1:1" in result.stderr
    assert "Traceback" not in result.stderr


# topics


def fresh() -> Topics:
    stem = f"made-{time.monotonic_ns()}"
    return Topics(input=f"{stem}.in", output=f"{stem}.out", dead_letters=f"{stem}.dead")


def test_topics_are_created_once_and_are_well_then(kafka: LocalKafka) -> None:
    topics = fresh()
    missing = invoke(kafka, topics, "topics", "check")
    first = invoke(kafka, topics, "topics", "create", "--partitions", "2")
    again = invoke(kafka, topics, "topics", "create", "--partitions", "2")
    well = invoke(kafka, topics, "topics", "check")
    assert missing.exit_code == 1
    assert missing.stderr.count("is missing. Mend: news-worker topics create") == 3
    assert (first.exit_code, first.stdout.count("created, 2 partitions, 1 replicas")) == (0, 3)
    assert (again.exit_code, again.stdout.count("exists already")) == (0, 3)
    assert (well.exit_code, well.stderr) == (0, "")


def test_a_topic_that_is_off_is_named_with_what_mends_it_and_can_be_mended(kafka: LocalKafka) -> None:
    topics = fresh()
    admin = KafkaAdminClient(bootstrap_servers=kafka.bootstrap_servers)
    unfit = {"num_partitions": 3, "configs": {"max.message.bytes": "1000", "cleanup.policy": "compact"}}
    admin.create_topics(dict.fromkeys(topics.model_dump().values(), unfit), wait_for_metadata=True)
    admin.close()
    check = invoke(kafka, topics, "topics", "check", "--partitions", "5")
    assert check.exit_code == 1
    assert f"{topics.input}: max.message.bytes is 1000, not 16777216." in check.stderr
    assert f"{topics.output}: cleanup.policy is compact, not delete." in check.stderr
    assert f"--alter --topic {topics.dead_letters} --partitions 5" in check.stderr
    assert invoke(kafka, topics, "topics", "create", "--partitions", "3", "--mend").exit_code == 0
    assert invoke(kafka, topics, "topics", "check", "--partitions", "3").exit_code == 0


# dead letters


def test_letters_are_listed_counted_and_filtered(kafka: LocalKafka, topics: Topics) -> None:
    letters = [(b"k1", b"v", said("timeout", "process")), (None, b"v", said("undecodable")), (b"k3", b"v", [])]
    send(kafka, topics.dead_letters, letters)
    every = invoke(kafka, topics, "dead-letters", "list")
    assert every.exit_code == 0
    assert "1 timeout in process" in every.stdout
    assert "1 unknown in unknown" in every.stdout
    assert "3 dead letters" in every.stdout
    assert "raw 3:7" in every.stdout
    assert "it was undecodable" in every.stdout, "a letter without a key shows the detail"
    some = invoke(kafka, topics, "dead-letters", "list", "--reason", "timeout", "--stage", "process", "--limit", "0")
    assert some.stdout.splitlines() == ["1 timeout in process", f"1 dead letters in {topics.dead_letters}"]


def test_a_letter_is_shown_with_its_headers_and_raw_to_the_byte(kafka: LocalKafka, topics: Topics) -> None:
    value = b"\x1b[31m\xff\x00" + b"x" * 5000
    send(kafka, topics.dead_letters, [(b"key", value, [("content-type", b"text/html"), *said("crash", "process")])])
    (record,) = everything(kafka, topics.dead_letters)
    place = f"{record.partition}:{record.offset}"
    shown = invoke(kafka, topics, "dead-letters", "show", place)
    assert "header       content-type: text/html" in shown.stdout
    assert "detail:      it was crash" in shown.stdout
    assert "\x1b" not in shown.stdout, "a terminal would obey it"
    assert len(shown.stdout) < 4000
    assert invoke(kafka, topics, "dead-letters", "show", place, "--raw").stdout_bytes == value


@pytest.mark.parametrize("place", ["0:99", "9:0", "nonsense", "0:", "-1:0"])
def test_a_letter_that_is_not_there_is_a_sentence(kafka: LocalKafka, topics: Topics, place: str) -> None:
    result = invoke(kafka, topics, "dead-letters", "show", "--", place)
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr


def test_a_replay_sends_the_original_once_and_never_again(kafka: LocalKafka, topics: Topics) -> None:
    original = [("content-type", b"text/html"), ("news-worker-topic", b"of another worker"), ("x", b"\xff"), ("x", b"")]
    send(kafka, topics.dead_letters, [(b"key", PAGE, [*original, *said("timeout", "process")])])
    dry = invoke(kafka, topics, "dead-letters", "replay", "--dry-run")
    assert "timeout: 1 to replay" in dry.stdout
    assert everything(kafka, topics.input) == []
    assert "timeout: 1 replayed" in invoke(kafka, topics, "dead-letters", "replay").stdout
    assert "timeout: 0 replayed" in invoke(kafka, topics, "dead-letters", "replay").stdout
    (record,) = everything(kafka, topics.input)
    assert (record.key, record.value, record.headers) == (b"key", PAGE, original)


def test_what_a_filter_leaves_out_can_be_replayed_later(kafka: LocalKafka, topics: Topics) -> None:
    letters = [(None, reason.encode(), said(reason)) for reason in ("timeout", "crash", "timeout", "undecodable")]
    send(kafka, topics.dead_letters, letters)
    invoke(kafka, topics, "dead-letters", "replay", "--reason", "timeout")
    assert sorted(record.value for record in everything(kafka, topics.input)) == [b"timeout", b"timeout"]
    send(kafka, topics.dead_letters, [(None, b"timeout", said("timeout"))])
    invoke(kafka, topics, "dead-letters", "replay")
    values = sorted(record.value for record in everything(kafka, topics.input))
    assert values == [b"crash", b"timeout", b"timeout", b"timeout", b"undecodable"]


def test_an_unknown_reason_is_a_sentence_that_lists_them(kafka: LocalKafka, topics: Topics) -> None:
    result = invoke(kafka, topics, "dead-letters", "replay", "--reason", "nonsense")
    assert result.exit_code == 2
    assert "out-of-memory" in result.stderr


def test_two_replays_at_once_and_one_that_is_killed_send_every_letter_once(kafka: LocalKafka, topics: Topics) -> None:
    expected = sorted(f"{number}".encode() for number in range(3000))
    send(kafka, topics.dead_letters, [(value, value, said("timeout")) for value in expected])
    command = [COMMAND, *arguments(["dead-letters", "replay"], kafka, topics)]
    killed = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not everything(kafka, topics.input):
        assert killed.poll() is None or killed.returncode == 0
    killed.kill()
    killed.wait()
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert all(process.wait(timeout=120) is not None for process in both)
    assert invoke(kafka, topics, "dead-letters", "replay").exit_code == 0
    assert sorted(record.value for record in everything(kafka, topics.input)) == expected
