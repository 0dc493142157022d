"""The worker's container has no more rights than it needs, and says how it is."""

import pytest

from tests.compose.engine import docker, docker_succeeds
from tests.compose.patience import wait_for
from tests.compose.stack import IMAGE, Container, Stack

pytestmark = [pytest.mark.compose, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def worker(stack: Stack) -> Container:
    return stack.up(workers=1)[0]


def test_the_worker_is_not_root_and_cannot_become_it(worker: Container) -> None:
    assert worker.shell("id -u; id -g").split() == ["10001", "10001"]
    status = dict(line.split(":\t") for line in worker.shell("cat /proc/1/status").splitlines() if ":\t" in line)
    assert int(status["CapEff"], 16) == int(status["CapBnd"], 16) == 0
    assert status["NoNewPrivs"] == "1"


@pytest.mark.parametrize("folder", ["/", "/srv", "/opt/venv", "/etc", "/var/tmp"])  # noqa: S108 - must not be writable
def test_the_file_system_cannot_be_written(worker: Container, folder: str) -> None:
    assert not docker_succeeds("exec", "--user=0", worker.id, "touch", f"{folder}/written")


def test_only_tmp_can_be_written(worker: Container) -> None:
    worker.shell("touch /tmp/written && rm /tmp/written")


def test_the_memory_of_the_worker_is_limited(worker: Container) -> None:
    assert docker("inspect", "--format={{.HostConfig.Memory}}", worker.id).strip() == str(8 * 1024**3)


def test_the_health_check_finds_the_worker_healthy(worker: Container) -> None:
    wait_for("the engine calls it healthy", lambda: health(worker) == "healthy")


def health(worker: Container) -> str:
    return docker("inspect", "--format={{.State.Health.Status}}", worker.id).strip()


@pytest.mark.parametrize("tool", ["gcc", "cc", "make", "g++", "/opt/venv/bin/pip"])
def test_the_image_has_no_tools_to_build_with(stack: Stack, tool: str) -> None:
    assert not docker_succeeds("run", "--rm", "--entrypoint=sh", IMAGE, "-c", f"command -v {tool}")


def test_everything_is_compiled_in_the_image(stack: Stack) -> None:
    names = docker(
        "run", "--rm", "--entrypoint=sh", IMAGE, "-c", "ls /opt/venv/lib/python3.11/site-packages/worker/__pycache__"
    )
    assert "app.cpython-311.pyc" in names.split()
