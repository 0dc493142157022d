"""Stopping in good order: the first SIGTERM or SIGINT drains, the second ends the process at once."""

import logging
import os
import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

import psutil

from worker.exit_codes import ExitCode
from worker.telemetry import Health

log = logging.getLogger(__name__)

GIVING_UP_SECONDS = 3.0
"""What dropping the batch in hand and leaving the group may take, after drain_seconds; then the process just ends."""


class Shutdown:
    """Installs the signal handlers while entered; `requested` is set by the first signal.

    Before `draining` was called there is nothing in hand, so the first signal raises KeyboardInterrupt.
    """

    def __init__(self, health: Health, drain_seconds: float) -> None:
        self.requested = threading.Event()
        self.gave_up = False
        """The batch in hand was dropped, for it took too long."""
        self._health = health
        self._drain_seconds = drain_seconds
        self._give_up: Callable[[], None] | None = None
        self._timers: list[threading.Timer] = []
        self._before: dict[signal.Signals, object] = {}

    def __enter__(self) -> Self:
        for number in (signal.SIGTERM, signal.SIGINT):
            self._before[number] = signal.signal(number, self._handle)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for timer in self._timers:
            timer.cancel()
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what signal.signal returned

    def draining(self, give_up: Callable[[], None]) -> None:
        """From now on a signal lets the batch in hand be finished; `give_up` drops it when that takes too long."""
        self._give_up = give_up

    def _handle(self, number: int, _frame: FrameType | None) -> None:
        name = signal.Signals(number).name
        if self.requested.is_set():
            end_now(ExitCode.INTERRUPTED)
        self._health.stopping = True
        self.requested.set()
        if self._give_up is None:
            raise KeyboardInterrupt(name)
        log.info("%s: finishing the batch in hand, for at most %g s; again to end at once", name, self._drain_seconds)
        self._after(self._drain_seconds, self._too_long, self._give_up)
        self._after(self._drain_seconds + GIVING_UP_SECONDS, end_now, ExitCode.DRAIN_TIMEOUT)

    def _after(self, seconds: float, action: Callable[..., object], *arguments: object) -> None:
        timer = threading.Timer(seconds, action, arguments)
        timer.daemon = True
        timer.start()
        self._timers.append(timer)

    def _too_long(self, give_up: Callable[[], None]) -> None:
        log.warning("The batch in hand was not finished in %g s: it is given up, and done again", self._drain_seconds)
        self.gave_up = True
        give_up()


def end_now(code: ExitCode) -> None:
    """End the process and its children without further ado; uncommitted work will be done by the next worker."""
    for child in psutil.Process().children(recursive=True):
        child.kill()
    os._exit(code)
