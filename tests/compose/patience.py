"""Waiting for what other processes will do."""

import time
from collections.abc import Callable
from typing import TypeVar

import pytest

Value = TypeVar("Value")


def wait_for(what: str, attempt: Callable[[], Value], seconds: float = 120) -> Value:
    """The first true value of `attempt`, tried four times a second; the test fails if none comes in time."""
    deadline = time.monotonic() + seconds
    while not (value := attempt()):
        if time.monotonic() > deadline:
            pytest.fail(f"Waited {seconds:.0f} seconds in vain: {what}")
        time.sleep(0.25)
    return value
