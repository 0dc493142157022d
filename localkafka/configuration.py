"""A broker's settings: KRaft, loopback only, quick to boot and quick to notice that a neighbour is gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a node, which is broker and controller at once, listens."""

    node: int
    port: int
    controller_port: int

    @property
    def bootstrap(self) -> str:
        """What a client connects to."""
        return f"127.0.0.1:{self.port}"


# The defaults suit a fleet: minutes of patience, 50 partitions of everything. Here a killed node should be missed
# within three seconds, and an abandoned transaction be ended as soon as its time is over.
QUICK = {
    "auto.create.topics.enable": "false",
    "broker.heartbeat.interval.ms": "500",
    "broker.session.timeout.ms": "3000",
    "controlled.shutdown.enable": "false",
    "group.initial.rebalance.delay.ms": "0",
    "group.min.session.timeout.ms": "1000",
    "log.cleaner.dedupe.buffer.size": "4194304",  # of the 320 MB heap the default takes 128
    "message.max.bytes": "20971520",
    "num.io.threads": "4",
    "num.network.threads": "2",
    "offsets.topic.num.partitions": "3",
    "replica.fetch.max.bytes": "20971520",
    "replica.lag.time.max.ms": "3000",
    "transaction.abort.timed.out.transaction.cleanup.interval.ms": "500",
    "transaction.state.log.num.partitions": "3",
}


def properties(address: Address, peers: Sequence[Address], data: Path, extra: Mapping[str, str]) -> str:
    """The text of one node's server.properties."""
    safe = str(max(1, len(peers) - 1))  # in-sync replicas: a cluster of three works on with two
    settings = {
        "process.roles": "broker,controller",
        "node.id": str(address.node),
        "controller.quorum.voters": ",".join(f"{peer.node}@127.0.0.1:{peer.controller_port}" for peer in peers),
        "listeners": f"PLAINTEXT://{address.bootstrap},CONTROLLER://127.0.0.1:{address.controller_port}",
        "advertised.listeners": f"PLAINTEXT://{address.bootstrap}",
        "controller.listener.names": "CONTROLLER",
        "log.dirs": str(data),
        "default.replication.factor": str(len(peers)),
        "min.insync.replicas": safe,
        "offsets.topic.replication.factor": str(len(peers)),
        "transaction.state.log.replication.factor": str(len(peers)),
        "transaction.state.log.min.isr": safe,
        **QUICK,
        **extra,
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())
