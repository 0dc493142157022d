"""The worker on the real broker, timed from its first commit of a round to its last."""

import time
from dataclasses import dataclass

import psutil
from kafka import KafkaProducer
from prometheus_client.parser import text_string_to_metric_families

from demo.worker_process import WorkerProcess

POLL_SECONDS = 1.0  # each reading costs the parent some milliseconds
IDLE_SECONDS = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of the worker: what was committed after the first commit, and how long that took."""

    articles: int
    seconds: float
    fed: int
    parent_cpu_seconds: float
    children_cpu_seconds: float

    @property
    def rate(self) -> float:
        """Articles a second between the first and the last commit."""
        return self.articles / self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Of one process, in bytes: resident, and what only it holds."""

    resident: int
    unique: int


def measure(worker: WorkerProcess, producer: KafkaProducer, topic: str, values: list[tuple[str, bytes]]) -> Round:
    """Feed all at once, wait until all is committed, and read the clock off the worker's own metrics."""
    before = _committed(worker)[0]
    parent, children = _cpu(worker)
    for key, value in values:
        producer.send(topic, key=key.encode(), value=value)
    producer.flush(timeout=60)
    (first, first_time), (last, last_time) = _watch(worker, before, before + len(values))
    parent_after, children_after = _cpu(worker)
    return Round(
        articles=last - first,
        seconds=last_time - first_time,
        fed=len(values),
        parent_cpu_seconds=parent_after - parent,
        children_cpu_seconds=children_after - children,
    )


def _watch(worker: WorkerProcess, before: int, until: int) -> tuple[tuple[int, float], tuple[int, float]]:
    first: tuple[int, float] | None = None
    last, moved = (before, 0.0), time.monotonic()
    while last[0] < until:
        time.sleep(POLL_SECONDS)
        now = _committed(worker)
        if now[0] > last[0]:
            first, last, moved = first or now, now, time.monotonic()
        if time.monotonic() - moved > IDLE_SECONDS:
            raise TimeoutError(f"Nothing was committed for {IDLE_SECONDS:.0f} seconds.\n{worker.tail()}")
    if first is None or first == last:
        raise ValueError("All was committed at once: feed more, or look at batch.transaction_records.")
    return first, last


def _committed(worker: WorkerProcess) -> tuple[int, float]:
    """How many records have met their fate, and when the last transaction was committed."""
    total, when = 0.0, 0.0
    for family in text_string_to_metric_families(worker.metrics()):
        for sample in family.samples:
            if sample.name in {f"news_worker_records_{fate}_total" for fate in ("published", "skipped", "rejected")}:
                total += sample.value
            elif sample.name == "news_worker_last_commit_timestamp_seconds":
                when = sample.value
    return int(total), when


def language_children(worker: WorkerProcess) -> list[psutil.Process]:
    """The worker's children that hold the model, without multiprocessing's own helper."""
    return [
        child for child in psutil.Process(worker.pid).children() if "resource_tracker" not in " ".join(child.cmdline())
    ]


def memory(process: psutil.Process) -> Memory:
    """What the process holds now."""
    told = process.memory_full_info()
    return Memory(resident=told.rss, unique=told.uss)


def _cpu(worker: WorkerProcess) -> tuple[float, float]:
    """CPU seconds of the parent alone, and of its children."""
    parent = psutil.Process(worker.pid).cpu_times()
    children = [child.cpu_times() for child in language_children(worker)]
    return parent.user + parent.system, sum(times.user + times.system for times in children)
