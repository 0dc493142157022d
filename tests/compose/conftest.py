"""The stack that these tests share; it is torn down with its volumes whatever happens."""

import os
import re
import signal
import sys
from collections.abc import Iterator

import pytest

from tests.compose.engine import need
from tests.compose.stack import ROOT, SERVICES, Stack, free_port

BUILD_SECONDS = 600


@pytest.fixture(scope="session")
def stack(request: pytest.FixtureRequest) -> Iterator[Stack]:
    """Built from this tree, with nothing started yet."""
    # A supervisor's SIGTERM would else end Python without tearing anything down.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    stack = Stack(f"news-worker-test-{os.getpid()}", kafka_port=free_port(), prometheus_port=free_port())
    for image in _images():
        need(image)
    stack.compose("build", "worker", seconds=BUILD_SECONDS)
    try:
        yield stack
    finally:
        if request.session.testsfailed:
            sys.stderr.write(stack.compose("logs", "--no-color", "--tail=60", *SERVICES))
        stack.compose("down", "--volumes", "--remove-orphans", "--timeout=5")


def _images() -> set[str]:
    compose_file, dockerfile = ((ROOT / name).read_text() for name in ("docker-compose.yml", "Dockerfile"))
    images = re.findall(r"^    image: ([\w./-]+:[\w.-]+)$", compose_file, re.MULTILINE)
    bases = re.findall(r"^FROM ([\w./-]+:[\w.-]+)", dockerfile, re.MULTILINE)
    return {image for image in (*images, *bases) if not image.startswith("grafana/")}
