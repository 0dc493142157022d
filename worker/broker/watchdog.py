"""Ends the process when a Kafka call does not return."""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

EXIT_CODE = 4
log = logging.getLogger(__name__)


def end_process() -> None:
    """At once: a thread that hangs in the client cannot be stopped, and a clean exit would wait for it."""
    logging.shutdown()
    os._exit(EXIT_CODE)


class Watchdog:
    """Watches one thread's Kafka calls (T11: `commit`, `abort` and `send_offsets` have no timeout of their own)."""

    def __init__(self, seconds: float, end: Callable[[], None] = end_process) -> None:
        self._seconds = seconds
        self._end = end
        self._call: tuple[str, float] | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._stopped.set()
        self._thread.join()

    @contextmanager
    def watching(self, call: str) -> Iterator[None]:
        """The call made inside has to return in time; `call` names it in the log."""
        self._call = (call, time.monotonic())
        try:
            yield
        finally:
            self._call = None

    def _watch(self) -> None:
        while not self._stopped.wait(min(1.0, self._seconds / 4)):
            call = self._call
            if call is not None and time.monotonic() - call[1] > self._seconds:
                log.critical("Kafka did not answer for %g s: %s; ending the process", self._seconds, call[0])
                self._end()
                return
