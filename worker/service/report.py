"""What the pool tells operators."""

import logging

from worker.service.messages import Finished
from worker.telemetry import Health, Metrics


class Report:
    """Metrics, health and log lines for what children, or the parent in their stead, have done."""

    def __init__(self, metrics: Metrics, health: Health) -> None:
        self._metrics = metrics
        self._health = health

    def finished(self, message: Finished) -> None:
        """A chunk was processed."""
        self._health.beat()
        for stage, times in message.seconds.items():
            observe = self._metrics.stage_seconds.labels(stage).observe
            for seconds in times:
                observe(seconds)
        for line in message.lines:
            logging.getLogger(line.logger).log(line.level, "%s", line.message)

    def alive(self, children: int) -> None:
        """So many children are ready or at work."""
        self._metrics.children_alive.set(children)
        self._health.children_up = children > 0

    def memory(self, slot: int, size: int) -> None:
        """The resident memory of the child in this slot."""
        self._metrics.child_memory.labels(slot).set(size)

    def restarted(self, why: str) -> None:
        """A child was replaced."""
        self._health.beat()
        self._metrics.children_restarted.labels(why).inc()
