"""Child processes as one processor."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from worker.model import Outcome, Record
from worker.service.errors import PoolError
from worker.service.job import Job
from worker.service.messages import Start
from worker.service.processor import MakePipeline
from worker.service.report import Report
from worker.service.supervisor import Supervisor
from worker.settings import Kafka, Settings
from worker.telemetry import Health, Metrics


class Pool:
    """Children that each hold the language model. A record that hangs, kills or bloats its child costs itself alone."""

    def __init__(
        self, settings: Settings, metrics: Metrics, health: Health, make_pipeline: MakePipeline | None = None
    ) -> None:
        size = settings.pool.processes or cores()
        # Children have no business with the cluster, nor with its passwords.
        start = Start(settings.model_copy(update={"kafka": Kafka()}), make_pipeline)
        self._supervisor = Supervisor(start, size, Report(metrics, health))
        self._jobs: list[Job] = []

    def start(self) -> None:
        """Returns when every child is ready; raises PoolError with a sentence that mends."""
        self._supervisor.start()
        self._supervisor.settled.wait()
        if self._supervisor.error is not None:
            self._supervisor.join()
            raise self._supervisor.error

    def outcomes(self, records: Sequence[Record]) -> Iterator[Outcome]:
        """One outcome a record, in order. The children set to work at once, and go on whether or not anyone looks."""
        job = Job(records)
        self._jobs = [*(old for old in self._jobs if not old.over), job]
        self._supervisor.submit(job)
        return job.results()

    def cancel(self) -> None:
        """Running iterators end early; what children have at work is finished and thrown away."""
        for job in self._jobs:
            job.cancel()
        self._jobs = []

    def close(self, *, now: bool = False) -> None:
        """Ends all children; one in the midst of a chunk gets a few seconds to finish, with `now` none."""
        self.cancel()
        self._supervisor.stop(now=now)
        if self._supervisor.is_alive():
            self._supervisor.join()


def cores() -> int:
    """The processors that this process may use, by its affinity and its container's quota."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return available
    return available if quota == "max" else max(1, min(available, round(int(quota) / int(period))))


__all__ = ["Pool", "PoolError", "cores"]
