"""A child process as its parent sees it."""

import os
import socket
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field

import psutil

from worker.model import RejectReason
from worker.service.channel import Channel
from worker.service.child import EXIT_OUT_OF_MEMORY
from worker.service.chunks import Chunk
from worker.service.messages import Start, Work
from worker.settings import Pool

IN_HAND = 2
"""Chunks a child holds: one at work, one waiting, so that it never idles while the parent does something else."""
TOO_MUCH_MEMORY = "it needed more memory than pool.max_child_bytes allows"
ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR", "BLIS")}


@dataclass(slots=True, eq=False)
class Child:
    """A running child: what it has in hand, and until when it must have answered."""

    slot: int
    process: "subprocess.Popen[bytes]"
    scales: psutil.Process
    channel: Channel
    settings: Pool
    deadline: float
    replaces: "Child | None" = None
    ready: bool = False
    retiring: bool = False
    started: bool = False
    last_words: str = ""
    in_hand: deque[Chunk] = field(default_factory=deque)
    records: int = 0
    first_bytes: int = 0
    bytes: int = 0
    grown: int = 0

    def takes(self, chunk: Chunk, in_hand: int) -> bool:
        """Whether it may have the chunk beside the `in_hand` that it has. Suspects stay alone."""
        if not self.ready or self.retiring or len(self.in_hand) != in_hand:
            return False
        return not in_hand or not (chunk.alone or self.in_hand[0].alone)

    def give(self, chunk: Chunk) -> None:
        """Sends the chunk; it is worked on after those in hand."""
        self.in_hand.append(chunk)
        self.channel.send(Work(chunk.records))
        if len(self.in_hand) == 1:
            self.wind()

    def start(self) -> None:
        """Its first chunk is at work from now on."""
        self.started = True
        self.wind()

    def finish(self) -> Chunk:
        """Its first chunk is done."""
        chunk = self.in_hand.popleft()
        self.records += len(chunk.records)
        self.started = False
        self.wind()
        self.grown = self.weigh() - self.first_bytes  # between two chunks: a long article's memory comes and goes
        return chunk

    def wind(self) -> None:
        """Sets the deadline anew for the first chunk in hand; without one there is none."""
        allowed = float("inf")
        if self.in_hand:
            bound = self.settings.record_deadline_seconds * len(self.in_hand[0].records)
            allowed = min(bound, self.settings.chunk_deadline_seconds)
        self.deadline = time.monotonic() + allowed

    def weigh(self) -> int:
        """Its resident memory, in bytes; what it was last where it is gone."""
        with suppress(psutil.Error):
            self.bytes = self.scales.memory_info().rss
        self.first_bytes = self.first_bytes or self.bytes
        return self.bytes

    @property
    def worn(self) -> bool:
        """Whether it is time for a fresh one."""
        return self.records >= self.settings.recycle_records or self.grown > self.settings.recycle_growth_bytes

    def end(self, patience_seconds: float) -> None:
        """Leaves no process: it may end by itself within the time given, else it is killed."""
        self.channel.close()
        try:
            self.process.wait(patience_seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def epitaph(self) -> tuple[RejectReason, str]:
        """Why it ended by itself. To be asked after `end`."""
        code = self.process.returncode
        if code == EXIT_OUT_OF_MEMORY:
            return RejectReason.OUT_OF_MEMORY, TOO_MUCH_MEMORY
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return RejectReason.CRASH, self.last_words or f"the child process ended with {how}"


def launch(slot: int, start: Start, replaces: Child | None = None) -> Child:
    """Starts a child, which then loads; the thread that calls this must outlive it, or it is killed."""
    ours, theirs = socket.socketpair()
    path = os.pathsep.join(entry or os.curdir for entry in sys.path)
    with theirs:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "worker.service", str(theirs.fileno()), str(os.getpid())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=2,  # what a library prints must not end up among the documents
            env=ONE_THREAD | os.environ | {"PYTHONPATH": path},
            start_new_session=True,  # Ctrl-C is for the parent
        )
    channel = Channel(ours)
    channel.send(start)
    pool = start.settings.pool
    return Child(
        slot, process, psutil.Process(process.pid), channel, pool, time.monotonic() + pool.start_seconds, replaces
    )
