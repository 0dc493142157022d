"""The thread that owns the children: it gives them chunks, takes their answers, and replaces those that fail."""

import logging
import queue
import threading
import time
from collections import deque

from worker.model import RejectReason
from worker.service.chunks import Chunk, chunks
from worker.service.crew import Crew
from worker.service.errors import PoolError
from worker.service.job import Job
from worker.service.messages import Finished, LastWords, Ready, Start, Started
from worker.service.process import IN_HAND, TOO_MUCH_MEMORY, Child
from worker.service.report import Report

TICK_SECONDS = 0.25
MOST_FAILED_STARTS = 3
CLOSE_SECONDS = 5.0
LAST_GASP_SECONDS = 1.0
FAILED_START = "failed-start"
RECYCLED = "recycled"

_log = logging.getLogger(__name__)


class Supervisor(threading.Thread):
    """Runs until told to stop. Never waits for a child: a hanging one must not keep the others from their work."""

    def __init__(self, start: Start, size: int, report: Report) -> None:
        super().__init__(name="pool", daemon=True)
        self._settings = start.settings.pool
        self._size = size
        self._report = report
        self._crew = Crew(start, report)
        self._queue: deque[Chunk] = deque()
        self._inbox: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._stopping = False
        self._patience_seconds = CLOSE_SECONDS
        self._failed_starts = 0
        self._last_tick = time.monotonic()
        self.settled = threading.Event()
        """Every child is ready, or there is an error."""
        self.error: PoolError | None = None

    def submit(self, job: Job) -> None:
        """Takes the job in hand after those before it. From any thread."""
        with self._lock:
            if self.error is not None:
                job.fail(self.error)
            else:
                self._inbox.put(job)
                self._crew.ring()

    def stop(self, *, now: bool) -> None:
        """Ends the children, and then the thread. From any thread."""
        with self._lock:
            if self.error is None:
                self._patience_seconds = 0.0 if now else CLOSE_SECONDS
                self._stopping = True
                self._crew.ring()

    def run(self) -> None:
        """Ends with no child left, whatever happens."""
        error = PoolError("The pool is closed.")
        try:
            for slot in range(self._size):
                self._crew.launch(slot)
            while not self._stopping:
                self._turn()
        except PoolError as failure:
            error = failure
        except Exception as failure:  # noqa: BLE001 - without this thread every caller would wait for ever
            _log.exception("The pool's supervisor failed; its children are ended")
            error = PoolError(f"The pool failed: {type(failure).__name__}: {failure}")
        finally:
            self._end(error)

    def _turn(self) -> None:
        self._hand_out()
        for child in self._crew.wait(TICK_SECONDS):
            self._attend(child)
        while not self._inbox.empty():
            self._queue.extend(chunks(self._inbox.get(), self._settings, self._size))
        self._inspect()

    def _hand_out(self) -> None:
        """Chunks to the children, those with the least in hand first."""
        for in_hand in range(IN_HAND):
            for child in self._crew.children:
                while self._queue and self._queue[0].job.over:
                    self._queue.popleft()
                if self._queue and child.takes(self._queue[0], in_hand):
                    child.give(self._queue.popleft())

    def _attend(self, child: Child) -> None:
        child.channel.flush()
        try:
            for message in child.channel.receive():
                self._hear(child, message)
        except EOFError:
            if child in self._crew.children:
                self._lose(child)

    def _hear(self, child: Child, message: object) -> None:
        match message:
            case Ready():
                self._welcome(child)
            case Started():
                child.start()
            case Finished():
                child.finish().resolve(message.outcomes)
                self._report.finished(message)
                self._dismiss(child)
            case LastWords():
                child.last_words = message.sentence

    def _welcome(self, child: Child) -> None:
        """The child can work; the one that it replaces finishes what it has in hand, and goes."""
        old, child.replaces = child.replaces, None
        child.ready = True
        child.wind()
        child.weigh()
        self._failed_starts = 0
        if old in self._crew.children and old is not None:
            old.retiring = True
            self._report.restarted(RECYCLED)
            self._dismiss(old)
        self._report.alive(self._crew.ready)
        if self._crew.ready >= self._size:
            self.settled.set()

    def _dismiss(self, child: Child) -> None:
        if child.retiring and not child.in_hand:
            self._crew.bury(child)

    def _inspect(self) -> None:
        """Ends children that are late or too large, and finds successors for those that have served long."""
        now = time.monotonic()
        if (since := now - self._last_tick) < TICK_SECONDS:
            return
        self._last_tick = now
        for child in tuple(self._crew.children):
            if since > 4 * TICK_SECONDS:  # we were stopped, and perhaps the children with us
                child.deadline += since
            if now > child.deadline:
                self._lose(child, RejectReason.TIMEOUT, "it took longer than its deadline")
            elif child.ready:
                self._weigh(child)

    def _weigh(self, child: Child) -> None:
        self._report.memory(child.slot, child.weigh())
        if child.bytes > self._settings.max_child_bytes:
            self._lose(child, RejectReason.OUT_OF_MEMORY, TOO_MUCH_MEMORY)
        elif child.worn and not self._has_successor(child):
            self._crew.launch(child.slot, child)

    def _has_successor(self, child: Child) -> bool:
        return child.retiring or any(other.replaces is child for other in self._crew.children)

    def _lose(self, child: Child, reason: RejectReason | None = None, why: str = "") -> None:
        """The child is ended, for the reason given or because it has ended itself, and replaced."""
        self._crew.bury(child, 0.0 if reason else LAST_GASP_SECONDS)
        if reason is None:
            reason, why = child.epitaph()
        if child.ready:
            self._report.restarted(reason)
            self._share_blame(child, reason, why)
        else:
            self._report.restarted(FAILED_START)
            self._despair(child, why)
        if not self._has_successor(child):
            self._crew.launch(child.slot, child.replaces)

    def _share_blame(self, child: Child, reason: RejectReason, why: str) -> None:
        """Only what the child was at work on is suspect; what waited in its hand goes back as it was."""
        guilty = child.in_hand.popleft() if child.started else None
        self._queue.extendleft(reversed(child.in_hand))
        if guilty is None:
            _log.warning("A child process was lost while idle, and is replaced: %s", why)
        elif guilty.alone:
            guilty.reject(reason, why)
        else:
            self._queue.extendleft(reversed(tuple(guilty.apart())))
            count = len(guilty.records)
            _log.warning("A child process was lost over %d records, which are now tried one by one: %s", count, why)

    def _despair(self, child: Child, why: str) -> None:
        """Raises PoolError where another attempt would end like this one."""
        self._failed_starts += 1
        hopeless = bool(child.last_words) and not self._crew.ready
        if hopeless or self._failed_starts >= MOST_FAILED_STARTS:
            raise PoolError(
                child.last_words
                or f"No child process gets ready: {why}. What it wrote to stderr may say more. Its memory is "
                f"bounded by pool.max_child_bytes ({self._settings.max_child_bytes}), its start by "
                f"pool.start_seconds ({self._settings.start_seconds:g})."
            )
        _log.warning("A child process did not get ready, and is started again: %s", why)

    def _end(self, error: PoolError) -> None:
        with self._lock:
            self.error = error
            while not self._inbox.empty():
                self._inbox.get().fail(error)
            for chunk in (*self._queue, *(chunk for child in self._crew.children for chunk in child.in_hand)):
                chunk.job.fail(error)
            self._crew.disband(self._patience_seconds)
        self.settled.set()
