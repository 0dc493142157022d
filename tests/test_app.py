import json
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from worker import app
from worker.app import EXITS, exit_code, versions
from worker.broker import BrokerError, FencedError, FloodError, RefusedError, UnreachableError
from worker.exit_codes import ExitCode
from worker.service import PoolError
from worker.settings import Service, Settings
from worker.settings.load import load
from worker.shutdown import Shutdown
from worker.telemetry import AddressError, Health

COMMAND = str(Path(sys.executable).with_name("news-worker"))


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """Logging and signal handlers as they were."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    signals = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    root.handlers[:], root.level = handlers, level
    logging.captureWarnings(capture=False)
    for number, handler in signals.items():
        assert signal.getsignal(number) is handler, "the handlers are put back"


def settings(**overrides: object) -> Settings:
    quick = {"pool.processes": 0, "nlp.steps": (), "telemetry.host": "127.0.0.1", "telemetry.port": 0}
    dotted = {key.replace("__", "."): value for key, value in overrides.items()}
    return load(None, {**quick, **dotted}, {})


def log_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnreachableError("x"), 3),
        (RefusedError("x"), 3),
        (FencedError("x"), 3),
        (FloodError("x"), 5),
        (BrokerError("x"), 1),
        (PoolError("x"), 2),
        (AddressError("x"), 2),
        (ValueError("x"), 1),
    ],
)
def test_what_ended_the_worker_decides_the_exit_code(error: Exception, code: int) -> None:
    assert exit_code(error) == code


def test_a_class_stands_before_its_base_in_the_table_of_exits() -> None:
    kinds = list(EXITS)
    assert not [(a, b) for n, a in enumerate(kinds) for b in kinds[n + 1 :] if issubclass(b, a)]


def test_the_exit_codes_are_those_that_the_help_tells() -> None:
    told = subprocess.run([COMMAND, "run", "--help"], capture_output=True, text=True, check=True, timeout=60).stdout
    for code in (ExitCode.OK, ExitCode.FAILED, ExitCode.USAGE, ExitCode.KAFKA, ExitCode.STALLED, ExitCode.FLOOD):
        assert f"{int(code)} " in told
    assert "6 the drain" in told
    assert "130 second signal" in told


def test_a_metrics_port_in_use_ends_the_start_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert app.run(settings(telemetry__port=taken.getsockname()[1])) == ExitCode.USAGE
    (entry,) = log_of(capsys)
    assert "telemetry.port" in str(entry["message"])
    assert "exception" not in entry


def test_a_model_that_is_not_there_ends_the_start_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(settings(nlp__model="no_such_model", nlp__steps=None)) == ExitCode.USAGE
    assert "no_such_model" in str(log_of(capsys)[-1]["message"])


def test_a_broker_that_is_not_there_is_tried_again_for_a_while_and_is_exit_3(
    capsys: pytest.CaptureFixture[str],
) -> None:
    impatient = settings(kafka__bootstrap_servers="127.0.0.1:1", kafka__request_timeout_seconds=1)
    impatient = impatient.model_copy(update={"service": Service(stall_seconds=4)})
    assert app.run(impatient) == ExitCode.KAFKA
    entries = log_of(capsys)
    assert len([entry for entry in entries if entry["level"] == "WARNING"]) > 1
    assert entries[-1]["level"] == "ERROR"
    assert "exception" not in entries[-1]


def test_the_build_metric_tells_what_runs() -> None:
    assert set(versions(settings())) == {"version", "python", "kafka_python", "spacy", "model"}


def test_an_unexpected_error_is_logged_whole_and_is_exit_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(app, "Loop")
    assert app.run(settings()) == ExitCode.FAILED
    assert "NameError" in str(log_of(capsys)[-1]["exception"])


def test_a_signal_before_the_work_began_ends_the_start_at_once() -> None:
    health = Health(60)
    with Shutdown(health, drain_seconds=60) as shutdown, pytest.raises(KeyboardInterrupt, match="SIGTERM"):
        os.kill(os.getpid(), signal.SIGTERM)
    assert shutdown.requested.is_set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_first_signal_asks_to_stop_and_makes_the_worker_not_ready(number: signal.Signals) -> None:
    health = Health(60, assigned=True, children_up=True)
    with Shutdown(health, drain_seconds=60) as shutdown:
        shutdown.draining(lambda: None)
        os.kill(os.getpid(), number)
        assert shutdown.requested.is_set()
        assert not health.ready
        assert not shutdown.gave_up


def test_what_takes_longer_than_the_drain_is_given_up() -> None:
    given_up = threading.Event()
    with Shutdown(Health(60), drain_seconds=0.05) as shutdown:
        shutdown.draining(given_up.set)
        os.kill(os.getpid(), signal.SIGTERM)
        assert given_up.wait(30)
        assert shutdown.gave_up


def test_a_drain_that_neither_ends_nor_gives_up_ends_the_process_and_its_children() -> None:
    program = """
import os, signal, subprocess, sys, time
from worker import shutdown
from worker.telemetry import Health
shutdown.GIVING_UP_SECONDS = 0.2
child = subprocess.Popen(["sleep", "300"])
with shutdown.Shutdown(Health(60), drain_seconds=0.2) as stopping:
    stopping.draining(lambda: None)
    print(child.pid, flush=True)
    os.kill(os.getpid(), signal.SIGTERM)
    while True:
        time.sleep(0.1)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == ExitCode.DRAIN_TIMEOUT
    child = Path(f"/proc/{done.stdout.strip()}/stat")
    deadline = time.monotonic() + 30
    while child.exists() and child.read_text().rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < deadline
        time.sleep(0.05)
