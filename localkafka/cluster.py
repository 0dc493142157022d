"""A cluster of one or three nodes."""

import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from localkafka.configuration import Address, properties
from localkafka.errors import LocalKafkaError
from localkafka.node import Node
from localkafka.readiness import coordinators, members, wait_for

CLUSTER_ID = "bmV3cy13b3JrZXItMDAwMA"  # any 16 bytes in base64
START_SECONDS = 60.0


def free_addresses(nodes: int) -> list[Address]:
    """Ports that nobody listens on, all held at once so that none is given twice."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(2 * nodes)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        ports = [each.getsockname()[1] for each in sockets]
    return [Address(node=i + 1, port=ports[2 * i], controller_port=ports[2 * i + 1]) for i in range(nodes)]


class LocalKafka:
    """Apache Kafka on 127.0.0.1 with data of its own, thrown away at the end; nodes are numbered from 1.

    Start it and its nodes from a thread that lives on: the brokers are killed when that thread ends.
    """

    def __init__(self, nodes: int = 1, settings: Mapping[str, str] | None = None) -> None:
        self.keep_logs = False
        """Set it, and the logs outlive the cluster."""
        self.addresses = free_addresses(nodes)
        self.folder = Path(tempfile.mkdtemp(prefix="localkafka-"))
        self._nodes = {
            address.node: Node(
                address,
                self.folder / f"node-{address.node}",
                properties(address, self.addresses, self.folder / f"node-{address.node}" / "data", settings or {}),
            )
            for address in self.addresses
        }

    @property
    def bootstrap_servers(self) -> str:
        """All nodes, as a client's setting."""
        return ",".join(address.bootstrap for address in self.addresses)

    def __enter__(self) -> Self:
        try:
            self._boot()
        except BaseException as error:
            error.add_note(f"The last lines of the first broker's log:\n{self.log_tail(1)}")
            self.close(keep_logs=isinstance(error, LocalKafkaError))
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close(keep_logs=self.keep_logs or isinstance(error, Exception))

    def start(self, node: int) -> None:
        """Start a node and wait until it counts itself among the cluster's living."""
        self._nodes[node].start()
        self._wait_until_members([node], {node})

    def stop(self, node: int) -> None:
        """End a node in order."""
        self._nodes[node].end(signal.SIGTERM)

    def kill(self, node: int) -> None:
        """End a node as a power cut would."""
        self._nodes[node].end(signal.SIGKILL)

    def restart(self, node: int) -> None:
        """Stop and start a node."""
        self.stop(node)
        self.start(node)

    def pause(self, node: int) -> None:
        """Freeze a node (SIGSTOP): connections stay open and nobody answers."""
        self._nodes[node].pause()

    def resume(self, node: int) -> None:
        """Let a frozen node go on."""
        self._nodes[node].resume()

    def log_tail(self, node: int, lines: int = 20) -> str:
        """The last lines of a node's log."""
        return self._nodes[node].tail(lines)

    def heal(self) -> None:
        """Resume and start whatever is frozen or down, and wait until the cluster is whole."""
        for node in self._nodes.values():
            if node.running:
                node.resume()
            node.start()
        self._wait_until_members(list(self._nodes), set(self._nodes))

    def close(self, *, keep_logs: bool = False) -> None:
        """Kill every node and remove the data; the logs too, unless they are to be kept, and then say where."""
        for node in self._nodes.values():
            node.end(signal.SIGKILL)
            shutil.rmtree(node.log.parent / "data", ignore_errors=True)
        if keep_logs and any(node.log.exists() for node in self._nodes.values()):
            print(f"Kafka's logs are kept in {self.folder}", file=sys.stderr)
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _boot(self) -> None:
        formatting = [node.format(CLUSTER_ID) for node in self._nodes.values()]
        if any(process.wait(START_SECONDS) for process in formatting):
            raise LocalKafkaError("Kafka's storage could not be formatted.")
        for node in self._nodes.values():
            node.start()
        self._wait_until_members(list(self._nodes), set(self._nodes))
        coordinators(self.bootstrap_servers)

    def _wait_until_members(self, asked: list[int], expected: set[int]) -> None:
        nodes = [self._nodes[node] for node in asked]
        wait_for(
            "cluster that answers",
            START_SECONDS,
            lambda: all(expected <= members(node.address.bootstrap) for node in nodes),
            lambda: all(node.running for node in nodes),
        )
