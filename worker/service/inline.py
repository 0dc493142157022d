"""The pipeline inside the parent, for `processes = 0`: no isolation, and nothing to start."""

from collections.abc import Iterator, Sequence

from worker.model import Outcome, Record
from worker.service.errors import PoolError
from worker.service.messages import Finished
from worker.service.processor import MakePipeline, PipelineLike, language_pipeline
from worker.service.report import Report
from worker.service.timer import Timer
from worker.settings import Settings
from worker.telemetry import Health, Metrics


class InlinePool:
    """Works when it is asked for the next outcome; a record that hangs or crashes takes the whole worker with it."""

    def __init__(
        self, settings: Settings, metrics: Metrics, health: Health, make_pipeline: MakePipeline | None = None
    ) -> None:
        self._settings = settings
        self._report = Report(metrics, health)
        self._make_pipeline = make_pipeline or language_pipeline
        self._pipeline: PipelineLike | None = None
        self._run = 0

    def start(self) -> None:
        """Loads the language model; raises PoolError with a sentence that mends."""
        try:
            self._pipeline = self._make_pipeline(self._settings)
        except Exception as error:
            raise PoolError(str(error) or type(error).__name__) from error
        self._report.alive(1)

    def outcomes(self, records: Sequence[Record]) -> Iterator[Outcome]:
        """One outcome a record, in order, chunk by chunk as they are asked for."""
        run, size = self._run, self._settings.pool.chunk_records
        for first in range(0, len(records), size):
            for outcome in self._process(records[first : first + size]):
                if run != self._run:
                    return
                yield outcome

    def cancel(self) -> None:
        """Running iterators end early."""
        self._run += 1

    def close(self, *, now: bool = False) -> None:  # noqa: ARG002 - there is nothing to wait for
        """Lets go of the language model."""
        self.cancel()
        self._pipeline = None
        self._report.alive(0)

    def _process(self, records: Sequence[Record]) -> Sequence[Outcome]:
        if self._pipeline is None:
            raise PoolError("The pool is closed.")
        timer = Timer()
        outcomes = tuple(self._pipeline.process(records, timer.measure))
        self._report.finished(Finished(outcomes, timer.seconds()))
        return outcomes
