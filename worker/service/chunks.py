"""Records in portions for the children."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from worker.model import Outcome, Record, Rejected, RejectReason, Stage
from worker.service.job import Job
from worker.settings import Pool


@dataclass(frozen=True, slots=True)
class Chunk:
    """Records of a job, from place `first` on. `alone`: a child was lost over a chunk, and this is one record of it."""

    job: Job
    first: int
    records: tuple[Record, ...]
    alone: bool = False

    def apart(self) -> Iterator["Chunk"]:
        """The same records, one by one."""
        for place, record in enumerate(self.records, self.first):
            yield replace(self, first=place, records=(record,), alone=True)

    def resolve(self, outcomes: Sequence[Outcome]) -> None:
        """Hands the outcomes to whoever waits for them."""
        self.job.put(self.first, outcomes)

    def reject(self, reason: RejectReason, detail: str) -> None:
        """The record is poison."""
        self.resolve([Rejected(stage=Stage.PROCESS, reason=reason, detail=detail) for _ in self.records])


def chunks(job: Job, settings: Pool, children: int) -> Iterator[Chunk]:
    """The job's records in order, in portions that get smaller towards the end, so that all children end together."""
    left = sum(len(record.value) for record in job.records)
    first, size = 0, 0
    for end, record in enumerate(job.records, 1):
        size += len(record.value)
        bound = min(settings.chunk_bytes, left / (2 * children))
        last = end == len(job.records)
        if last or end - first >= settings.chunk_records or size >= bound:
            yield Chunk(job, first, tuple(job.records[first:end]))
            first, left, size = end, left - size, 0
