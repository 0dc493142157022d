"""The topics, created as an operator would."""

import subprocess

from demo.errors import DemoError
from demo.worker_process import COMMAND


def create(bootstrap: str, partitions: int = 12) -> None:
    """Create the worker's three topics by `news-worker topics create`."""
    command = [str(COMMAND), "topics", "create", "-b", bootstrap, "--partitions", str(partitions), "--replication", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode:
        raise DemoError(f"The topics could not be created: {done.stdout}{done.stderr}")
