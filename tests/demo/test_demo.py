"""`make demo` as a whole, on a real broker."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from demo.inputs import inputs

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
COMMAND = [sys.executable, "-m", "demo"]

pytestmark = pytest.mark.kafka


def descendants(process: "subprocess.Popen[str]") -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def test_the_demo_balances_its_books_and_ends_by_itself(tmp_path: Path) -> None:
    command = [*COMMAND, "--rate", "1000"]
    done = subprocess.run(
        command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, timeout=400, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    fed, published, skipped, rejected = map(
        int,
        re.findall(r"(\d+) fed = (\d+) published \+ (\d+) skipped \+ (\d+) rejected; every id once", done.stdout)[0],
    )
    assert fed == len(inputs()) == published + skipped + rejected
    assert "counterproductive" in done.stdout
    assert "6 dead letters" in done.stdout
    assert len((tmp_path / "out" / "demo.jsonl").read_bytes().splitlines()) == published


def test_ctrl_c_ends_all_that_the_demo_has_started(tmp_path: Path) -> None:
    process = subprocess.Popen(
        COMMAND, cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    with process:
        try:
            while not process.stdout.readline().startswith("Ready"):
                assert process.poll() is None
            started = descendants(process)
            process.send_signal(signal.SIGINT)
            rest = process.stdout.read()
            assert process.wait(60) == 130, rest
        finally:
            process.kill()
    assert len(started) >= 3
    assert not [child for child in started if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
