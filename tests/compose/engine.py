"""The Docker Engine: a command line away, always with a limit on its time, and with a sentence where it is missing."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache

import pytest

PULL_SECONDS = 300


def run(command: list[str], seconds: float = 60, environment: Mapping[str, str] | None = None) -> str:
    """What the command prints; the test fails with its last lines if it fails."""
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    if done.returncode:
        last_lines = "\n".join((done.stdout + done.stderr).splitlines()[-30:])
        pytest.fail(f"{' '.join(command)} ended with {done.returncode}:\n{last_lines}")
    return done.stdout


def docker(*arguments: str, seconds: float = 60) -> str:
    """`docker` with these arguments."""
    return run([_docker(), *arguments], seconds)


def docker_succeeds(*arguments: str) -> bool:
    """Whether `docker` with these arguments ends with 0."""
    return _succeeds(_docker(), *arguments)


def inspected(name: str) -> dict[str, object]:
    """All that the engine knows of a container or an image."""
    (facts,) = json.loads(docker("inspect", name))
    return dict(facts)


def need(image: str) -> None:
    """The image is here or can be pulled; else the test fails, for what was not tried does not hold."""
    if not docker_succeeds("image", "inspect", image) and not docker_succeeds("pull", "--quiet", image):
        pytest.fail(f"The image {image} is neither here nor can it be pulled; build or load one under this name.")


@cache
def compose() -> tuple[str, ...]:
    """Compose, as Docker's plug-in or as the program of its own that Debian has."""
    for candidate in ((_docker(), "compose"), ("docker-compose",)):
        if shutil.which(candidate[0]) and _succeeds(*candidate, "version"):
            return candidate
    pytest.fail("Neither `docker compose` nor `docker-compose` is installed; Debian has it as docker-compose.")


@cache
def _docker() -> str:
    program = shutil.which("docker")
    if program is None or not _succeeds(program, "info"):
        pytest.fail("No Docker Engine answers `docker info`; install and start one to test the compose file.")
    return program


def _succeeds(*command: str) -> bool:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PULL_SECONDS, check=False)
    return done.returncode == 0
