"""docker-compose.yml, started under a project name and ports of its own, so that a developer's stack is not touched."""

import gzip
import itertools
import json
import socket
import sys
import urllib.parse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.compose.engine import compose, docker, docker_succeeds, inspected, run
from tests.compose.patience import wait_for
from tests.compose.stream import Stream

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "samples/articles.jsonl.gz"
IMAGE = "news-worker:test"
SERVICES = ("kafka", "topics", "worker", "prometheus")
READY = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9464/readyz', timeout=5)"


@dataclass(frozen=True, slots=True)
class Container:
    """A container of the stack; it may be gone."""

    id: str

    def state(self) -> Mapping[str, object]:
        """Running, ExitCode, OOMKilled … as the engine tells them."""
        state = inspected(self.id)["State"]
        assert isinstance(state, dict)
        return state

    def running(self) -> bool:
        """Whether its first process lives."""
        return self.state()["Running"] is True

    def ready(self) -> bool:
        """Whether the worker inside has its children and its partitions."""
        return self.running() and docker_succeeds("exec", self.id, "python", "-c", READY)

    def shell(self, command: str) -> str:
        """What a shell command prints that runs inside."""
        return docker("exec", self.id, "sh", "-c", command).strip()


@dataclass(frozen=True, slots=True)
class Stack:
    """The services, from `up` to `down`; Grafana is left out, whose files another test reads."""

    project: str
    kafka_port: int
    prometheus_port: int

    @property
    def stream(self) -> Stream:
        return Stream(f"127.0.0.1:{self.kafka_port}")

    def compose(self, *arguments: str, seconds: float = 180) -> str:
        """Compose with these arguments, on the file as it is shipped."""
        environment = {
            "KAFKA_PORT": str(self.kafka_port),
            "PROMETHEUS_PORT": str(self.prometheus_port),
            "NEWS_WORKER_IMAGE": IMAGE,
            "NEWS_WORKER__POOL__PROCESSES": "1",
        }
        file = str(ROOT / "docker-compose.yml")
        return run([*compose(), "--project-name", self.project, "--file", file, *arguments], seconds, environment)

    def up(self, workers: int) -> tuple[Container, ...]:
        """So many workers, each with its share of the partitions."""
        self.compose("up", "--detach", "--scale", f"worker={workers}", *SERVICES)
        containers = self.containers("worker")
        assert len(containers) == workers
        wait_for("every worker is ready", lambda: all(container.ready() for container in containers))
        return containers

    def containers(self, service: str) -> tuple[Container, ...]:
        """The service's containers, the stopped ones too."""
        labels = {"project": self.project, "service": service}
        filters = [f"--filter=label=com.docker.compose.{name}={value}" for name, value in labels.items()]
        return tuple(map(Container, docker("ps", "--all", "--quiet", "--no-trunc", *filters).split()))

    def feed(self, name: str, number: int, folder: Path) -> list[str]:
        """Feed so many sample articles from the host; their ids begin with the name."""
        ids = [f"{name}-{count}" for count in range(number)]
        file = folder / f"{name}.jsonl"
        file.write_text("".join(json.dumps(article) + "\n" for article in _articles(ids)))
        command = [str(Path(sys.executable).parent / "news-worker"), "feed", str(file)]
        run([*command, "--bootstrap-servers", self.stream.bootstrap_servers], seconds=120)
        return ids

    def prometheus(self, path: str, **parameters: str) -> dict[str, object]:
        """What Prometheus' HTTP API answers under /api/v1."""
        connection = HTTPConnection("127.0.0.1", self.prometheus_port, timeout=10)
        connection.request("GET", f"/api/v1/{path}?{urllib.parse.urlencode(parameters)}")
        answer = json.loads(connection.getresponse().read())
        connection.close()
        assert answer["status"] == "success", answer
        return dict(answer["data"])


def _articles(ids: list[str]) -> Iterator[dict[str, object]]:
    with gzip.open(SAMPLES, "rt") as lines:
        articles = [json.loads(line) for line in lines]
    for identifier, article in zip(ids, itertools.cycle(articles), strict=False):
        yield article | {"id": identifier}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
