"""All children of a pool."""

import os
import selectors
import time
from collections.abc import Iterator

from worker.service.messages import Start
from worker.service.process import Child, launch
from worker.service.report import Report


class Crew:
    """Starts children, waits for them to say something, ends them. `ring` is for other threads, the rest is not."""

    def __init__(self, start: Start, report: Report) -> None:
        self.children: list[Child] = []
        self._start = start
        self._report = report
        self._selector = selectors.DefaultSelector()
        self._bell, self._rope = os.pipe()
        self._selector.register(self._bell, selectors.EVENT_READ)

    @property
    def ready(self) -> int:
        """How many can work."""
        return sum(child.ready for child in self.children)

    def launch(self, slot: int, replaces: Child | None = None) -> None:
        """One more child; it is not ready yet."""
        child = launch(slot, self._start, replaces)
        self.children.append(child)
        self._selector.register(child.channel, selectors.EVENT_READ, child)

    def bury(self, child: Child, patience_seconds: float = 0.0) -> None:
        """The child ends, by itself within the time given, else killed."""
        self.children.remove(child)
        self._selector.unregister(child.channel)
        child.end(patience_seconds)
        self._report.alive(self.ready)

    def wait(self, seconds: float) -> Iterator[Child]:
        """The children that have something to say, or room for what could not be sent yet; none when it was rung."""
        for child in self.children:
            events = selectors.EVENT_READ | (selectors.EVENT_WRITE if child.channel.waiting else 0)
            self._selector.modify(child.channel, events, child)
        for key, _ in self._selector.select(seconds):
            if key.data is None:
                os.read(self._bell, 1)
            elif key.data in self.children:  # it may have been ended for what another has said
                yield key.data

    def ring(self) -> None:
        """Whoever waits in `wait` comes back."""
        os.write(self._rope, b"!")

    def disband(self, patience_seconds: float) -> None:
        """Ends all children, by themselves within the time given to all of them together, and with them the crew."""
        for child in self.children:
            child.channel.close()
        end = time.monotonic() + patience_seconds
        for child in self.children:
            child.end(max(0.0, end - time.monotonic()))
        self.children.clear()
        self._report.alive(0)
        self._selector.close()
        os.close(self._bell)
        os.close(self._rope)
