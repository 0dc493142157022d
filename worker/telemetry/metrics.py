"""Every metric of the worker, declared here and nowhere else, each with its sentence.

Prometheus conventions: base units (seconds, bytes), counters end in `_total` (added by the client on exposition).
Labels take their values from fixed vocabularies (`worker.model`), never from messages. Articles per second is
`rate(news_worker_records_published_total[1m])`.
"""

from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, PlatformCollector, ProcessCollector
from prometheus_client import disable_created_metrics as without_created_series

PREFIX = "news_worker"
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
LATENCY_SECONDS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0)
BATCH_RECORDS = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)

# Without it every counter and histogram is two series, and no query of ours asks for the second.
without_created_series()  # type: ignore[no-untyped-call]  # the client's


@dataclass(frozen=True, slots=True)
class Declared:
    """A metric as a scraper sees it."""

    name: str
    kind: str
    sentence: str
    labels: tuple[str, ...]


class Metrics:
    """The worker's metrics in a registry of their own, so that a test or a second worker in one process is clean.

    The registry also tells of the parent process (`process_…`) and of Python (`python_info`).
    """

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry or CollectorRegistry()
        self.declared: list[Declared] = []
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)

        self.consumed = self._counter("records_consumed", "Records read from the input topic.")
        self.published = self._counter("records_published", "Enriched articles whose transaction was committed.")
        self.skipped = self._counter("records_skipped", "Records that are no article, committed.", "reason")
        self.rejected = self._counter(
            "records_rejected", "Records sent to the dead letters, committed.", "stage", "reason"
        )
        self.steps_failed = self._counter("steps_failed", "Sections that are absent because their step failed.", "step")
        self.unread = self._counter(
            "records_unread", "Articles published without the model's sections: no pipeline for them.", "language"
        )
        self.input_bytes = self._counter("input_bytes", "Bytes of the record values read.")
        self.output_bytes = self._counter("output_bytes", "Bytes of the documents published, before compression.")

        self.batch_records = self._histogram("batch_records", "Records taken in hand between two polls.", BATCH_RECORDS)
        self.stage_seconds = self._histogram(
            "stage_duration_seconds",
            "Time in a stage, by record.",
            SECONDS,
            "stage",
        )
        self.latency_seconds = self._histogram(
            "latency_seconds", "From the record's timestamp to the commit of its outcome.", LATENCY_SECONDS
        )
        self.transaction_seconds = self._histogram(
            "transaction_duration_seconds", "From begin to the end of commit.", SECONDS
        )
        self.transaction_failures = self._counter(
            "transaction_failures", "Transactions that did not commit; their records were processed again.", "kind"
        )
        self.rebalances = self._counter("rebalances", "Times that the assignment of partitions changed.")
        self.lag = self._gauge(
            "consumer_lag_records", "Records between the position and the high watermark.", "topic", "partition"
        )
        self.assigned_partitions = self._gauge("assigned_partitions", "Input partitions that this worker owns.")
        self.last_commit = self._gauge("last_commit_timestamp_seconds", "When the last transaction was committed.")

        self.children_alive = self._gauge("children_alive", "Child processes that are ready or at work.")
        self.children_restarted = self._counter("children_restarted", "Child processes that were replaced.", "why")
        self.child_memory = self._gauge("child_memory_bytes", "Resident memory of a child process.", "child")
        self.build = self._info("build", "Versions of what runs.")

    def _counter(self, name: str, sentence: str, *labels: str) -> Counter:
        return Counter(self._declare(name, "counter", sentence, labels), sentence, labels, registry=self.registry)

    def _gauge(self, name: str, sentence: str, *labels: str) -> Gauge:
        return Gauge(self._declare(name, "gauge", sentence, labels), sentence, labels, registry=self.registry)

    def _histogram(self, name: str, sentence: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        name = self._declare(name, "histogram", sentence, labels)
        return Histogram(name, sentence, labels, buckets=buckets, registry=self.registry)

    def _info(self, name: str, sentence: str) -> Info:
        return Info(self._declare(name, "info", sentence, ()), sentence, registry=self.registry)

    def _declare(self, name: str, kind: str, sentence: str, labels: tuple[str, ...]) -> str:
        suffix = {"counter": "_total", "info": "_info"}.get(kind, "")
        self.declared.append(Declared(f"{PREFIX}_{name}{suffix}", kind, sentence, labels))
        return f"{PREFIX}_{name}"
