"""The worker as its users start it: `news-worker run`, a process of its own."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

from demo.errors import DemoError

COMMAND = Path(sys.executable).with_name("news-worker")
READY_SECONDS = 120.0
STOP_SECONDS = 40.0


def free_port() -> int:
    """A port that nobody listens on just now."""
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class WorkerProcess:
    """`news-worker run` with settings from the environment; its log goes to a file, its end is checked."""

    def __init__(self, settings: dict[str, str], log: Path) -> None:
        self.log = log
        self.url = f"http://127.0.0.1:{free_port()}"
        named = {f"NEWS_WORKER__{name.upper().replace('.', '__')}": value for name, value in settings.items()}
        named["NEWS_WORKER__TELEMETRY__HOST"] = "127.0.0.1"
        named["NEWS_WORKER__TELEMETRY__PORT"] = self.url.rsplit(":", 1)[1]
        self._environment = {**os.environ, **named}
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        setpriv = shutil.which("setpriv")  # so that nothing is left should the demo itself be killed
        leash = [setpriv, "--pdeathsig", "KILL", "--"] if setpriv else []
        with self.log.open("wb") as log:
            # A session of its own: Ctrl-C in the terminal is the demo's to handle, which then stops the worker.
            self._process = subprocess.Popen(
                [*leash, str(COMMAND), "run"],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._running:
            self.stop()

    @property
    def pid(self) -> int:
        """The parent process."""
        if self._process is None:
            raise DemoError("The worker was not started.")
        return self._process.pid

    @property
    def _running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def wait_until_ready(self) -> None:
        """Return when the worker owns partitions and its children have loaded the language model."""
        end = time.monotonic() + READY_SECONDS
        while not self._answers("/readyz"):
            self.check()
            if time.monotonic() > end:
                raise DemoError(f"The worker was not ready within {READY_SECONDS:.0f} seconds. Its log: {self.log}")
            time.sleep(0.2)

    def metrics(self) -> str:
        """What `/metrics` says."""
        try:
            with urllib.request.urlopen(f"{self.url}/metrics", timeout=5) as answer:  # noqa: S310 - http on loopback
                text: str = answer.read().decode()
        except OSError as error:
            self.check()
            raise DemoError(f"The worker's metrics at {self.url}/metrics do not answer: {error}") from error
        return text

    def check(self) -> None:
        """Raise if the worker has ended."""
        if self._process is not None and self._process.poll() is not None:
            raise DemoError(f"The worker ended with exit code {self._process.returncode}.\n{self.tail()}")

    def stop(self) -> int:
        """Ask it to finish what is in hand and leave; its exit code."""
        if self._process is None:
            return 0
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def tail(self, lines: int = 15) -> str:
        """The last lines of its log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:]) if self.log.exists() else ""

    def _answers(self, path: str) -> bool:
        try:
            with urllib.request.urlopen(self.url + path, timeout=2) as answer:  # noqa: S310 - http on loopback
                return int(answer.status) == 200
        except (urllib.error.URLError, OSError):
            return False
