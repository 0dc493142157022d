"""A pipeline that does what the record says, for what no real page can be made to do to spaCy."""

import ctypes
import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

from worker.model import Enriched, Outcome, Record, Skipped, SkipReason, Stage, Stopwatch
from worker.settings import Settings


class Poison:
    def process(self, records: Sequence[Record], stopwatch: Stopwatch) -> list[Outcome]:
        return [self._outcome(record.value, stopwatch) for record in records]

    def _outcome(self, value: bytes, stopwatch: Stopwatch) -> Outcome:
        with stopwatch(Stage.DECODE):
            pass
        with stopwatch(Stage.ANNOTATE):
            act(value)
        with stopwatch(Stage.STEPS):
            pass
        if value == b"":
            return Skipped(reason=SkipReason.EMPTY)
        failed = ("entities",) if value == b"STEP" else ()
        return Enriched(id=value[:40].decode(), document=str(os.getpid()).encode(), failed_steps=failed)


def act(value: bytes) -> None:
    if value == b"HANG":
        hang_holding_the_interpreter()
    elif value == b"KILL":
        os.kill(os.getpid(), signal.SIGKILL)
    elif value == b"EAT":
        hoard = []
        while True:
            hoard.append(bytearray(16 << 20))
    elif value == b"RAISE":
        raise ValueError("a pipeline that breaks its promise")
    elif value == b"GROW":
        Poison.hoard = bytearray(b"x") * (64 << 20)  # type: ignore[attr-defined]  # kept on purpose
    elif value.startswith(b"SLEEP"):
        time.sleep(float(value[5:]))


def hang_holding_the_interpreter() -> None:
    """As a loop in C does: no signal handler and no other thread of the process gets to run."""
    ctypes.PyDLL(None).sleep(3600)


def make(settings: Settings) -> Poison:
    return Poison()


def make_nothing(settings: Settings) -> Poison:
    raise ValueError("There is no model: install one.")


def make_crash(settings: Settings) -> Poison:
    os._exit(3)


def make_crash_unless_marked(settings: Settings) -> Poison:
    """The first child to get here dies while it is loading; the marker's path is in an otherwise unused setting."""
    marker = Path(settings.nlp.model)
    try:
        marker.touch(exist_ok=False)
    except FileExistsError:
        return Poison()
    os._exit(3)
