"""The launcher itself: it boots, answers, survives the loss of a node, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from kafka import KafkaConsumer, KafkaProducer, TopicPartition

from localkafka import LocalKafka, LocalKafkaError
from tests.conftest import create_topics

pytestmark = pytest.mark.kafka


def brokers_of(pid: int) -> list[psutil.Process]:
    return [child for child in psutil.Process(pid).children(recursive=True) if "kafka.Kafka" in child.cmdline()]


@pytest.fixture
def command(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", "localkafka"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("127.0.0.1:")
        yield process
        process.kill()


def test_a_record_goes_in_and_comes_out(kafka: LocalKafka) -> None:
    topic = create_topics(kafka, 1).input
    with KafkaProducer(bootstrap_servers=kafka.bootstrap_servers) as producer:
        producer.send(topic, b"value").get(10)
    with KafkaConsumer(bootstrap_servers=kafka.bootstrap_servers, auto_offset_reset="earliest") as consumer:
        consumer.assign([TopicPartition(topic, 0)])
        assert [record.value for records in consumer.poll(10_000).values() for record in records] == [b"value"]


def test_it_listens_on_loopback_only(kafka: LocalKafka) -> None:
    listening = {
        connection.laddr.ip
        for broker in brokers_of(os.getpid())
        for connection in broker.net_connections()
        if connection.status == psutil.CONN_LISTEN
    }
    assert {ip.removeprefix("::ffff:") for ip in listening} == {"127.0.0.1"}


def test_three_nodes_go_on_when_one_is_killed_and_take_it_back(cluster: LocalKafka) -> None:
    topic = create_topics(cluster, 3).input
    with KafkaProducer(bootstrap_servers=cluster.bootstrap_servers) as producer:
        cluster.kill(2)
        for partition in range(3):
            producer.send(topic, b"value", partition=partition).get(30)
        cluster.start(2)
        producer.send(topic, b"value", partition=0).get(30)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_running_when_the_command_ends(command: subprocess.Popen[str], number: int) -> None:
    brokers = brokers_of(command.pid)
    assert len(brokers) == 1
    command.send_signal(number)
    command.wait(10)
    _, alive = psutil.wait_procs(brokers, timeout=10)
    assert alive == []


def test_the_data_is_thrown_away() -> None:
    kafka = LocalKafka()
    assert kafka.folder.is_dir()
    kafka.close()
    assert not kafka.folder.exists()


def test_a_failed_start_says_what_happened_and_where_the_logs_are(capfd: pytest.CaptureFixture[str]) -> None:
    kafka = LocalKafka(settings={"process.roles": "nonsense"})
    with pytest.raises(LocalKafkaError) as failure, kafka:
        pass
    assert "process.roles" in failure.value.__notes__[0]
    assert str(kafka.folder) in capfd.readouterr().err
    kafka.close()


def test_missing_jars_say_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LOCALKAFKA_JARS", str(tmp_path))
    with pytest.raises(LocalKafkaError, match="make setup"), LocalKafka():
        pass


def test_a_missing_java_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LocalKafkaError, match="Install Java 17"), LocalKafka():
        pass


def test_a_frozen_node_answers_again_when_it_is_resumed(kafka: LocalKafka) -> None:
    kafka.pause(1)
    time.sleep(0.5)
    kafka.resume(1)
    kafka.heal()
