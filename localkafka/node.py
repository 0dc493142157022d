"""One node: its files and its process."""

import signal
import subprocess
from pathlib import Path

from localkafka.configuration import Address
from localkafka.errors import LocalKafkaError
from localkafka.java import command


class Node:
    """A broker process that can be started, stopped, killed and frozen; it keeps its port and its data."""

    def __init__(self, address: Address, folder: Path, properties: str) -> None:
        self.address = address
        self.log = folder / "broker.log"
        self._properties = folder / "server.properties"
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir()
        self._properties.write_text(properties)

    def format(self, cluster_id: str) -> subprocess.Popen[bytes]:
        """Begin to write the node's empty metadata log; the caller waits."""
        return self._spawn("kafka.tools.StorageTool", "format", "-t", cluster_id, "-c", str(self._properties))

    def start(self) -> None:
        """Start the process, unless it runs; does not wait until it is ready."""
        if not self.running:
            self._process = self._spawn("kafka.Kafka", str(self._properties))

    def end(self, signal_number: int, seconds: float = 30.0) -> None:
        """Send the signal and wait for the end, by force when that takes longer than `seconds`."""
        if self._process is None:
            return
        self._process.send_signal(signal_number)
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def pause(self) -> None:
        """Freeze the process: its sockets stay open and nobody answers."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a frozen process go on."""
        self._signal(signal.SIGCONT)

    @property
    def running(self) -> bool:
        """Whether the process is there, frozen or not."""
        return self._process is not None and self._process.poll() is None

    def tail(self, lines: int = 20) -> str:
        """The last lines of the log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:]) if self.log.exists() else ""

    def _signal(self, signal_number: int) -> None:
        if self._process is None or not self.running:
            raise LocalKafkaError(f"Node {self.address.node} does not run; start it first.")
        self._process.send_signal(signal_number)

    def _spawn(self, main_class: str, *arguments: str) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            # A session of its own, or a Ctrl-C in the terminal would reach the broker before the program under test.
            return subprocess.Popen(
                command(main_class, *arguments),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
