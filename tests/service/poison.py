"""A pipeline that does what the record says, for what no real page can be made to do to spaCy."""

import ctypes
import logging
import mmap
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
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


def hang() -> None:
    """Holding the interpreter, as a loop in C does: no signal handler and no other thread gets to run."""
    ctypes.PyDLL(None).sleep(3600)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def eat() -> None:
    hoard = []
    while True:
        hoard.append(bytearray(16 << 20))


def share() -> None:
    """Memory that the kernel does not count as data, so that only the parent's eye is on it."""
    shared = mmap.mmap(-1, 512 << 20)
    shared.write(bytes(512 << 20))
    time.sleep(60)


def grow() -> None:
    HOARD.append(bytearray(b"x") * (64 << 20))


def warn() -> None:
    logging.getLogger("worker.test").warning("%s is odd", "it")
    logging.getLogger("library").error("chatter")
    sys.stdout.write("a library's print\n")
    sys.stdout.flush()


def fail() -> None:
    raise ValueError("a pipeline that breaks its promise")


HOARD: list[bytearray] = []
POISONS: dict[bytes, Callable[[], None]] = {
    b"HANG": hang,
    b"KILL": kill,
    b"EAT": eat,
    b"SHARE": share,
    b"GROW": grow,
    b"WARN": warn,
    b"RAISE": fail,
}


def act(value: bytes) -> None:
    if value.startswith(b"SLEEP"):
        time.sleep(float(value[5:]))
    elif value in POISONS:
        POISONS[value]()


def make(settings: Settings) -> Poison:
    return Poison()


def make_nothing(settings: Settings) -> Poison:
    raise ValueError("There is no model: install one.")


def make_never(settings: Settings) -> Poison:
    time.sleep(3600)
    return Poison()


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
