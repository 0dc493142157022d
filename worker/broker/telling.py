"""What the loop tells operators: metrics and log lines, once something is committed and not before."""

import logging
import time
from collections.abc import Mapping, Sequence

from kafka import TopicPartition

from worker.broker.failures import FailureKind
from worker.broker.records import Batch, Incoming, Outgoing
from worker.model import Enriched, Outcome, Rejected, Skipped
from worker.telemetry import Health, Metrics

log = logging.getLogger(__name__)
Committed = Sequence[tuple[Incoming, Outcome, Outgoing | None]]


class Teller:
    """Feeds the metrics and the log; knows nothing of Kafka's clients."""

    def __init__(self, metrics: Metrics, health: Health) -> None:
        self._metrics = metrics
        self._health = health
        self._assigned: frozenset[TopicPartition] = frozenset()
        self._rebalances = 0

    def polled(self, batch: Batch) -> None:
        """A batch was taken in hand."""
        self._metrics.consumed.inc(len(batch.records))
        self._metrics.input_bytes.inc(sum(record.size for record in batch.records))
        self._metrics.batch_records.observe(len(batch.records))

    def committed(self, records: Committed, seconds: float) -> None:
        """A transaction was committed."""
        now = time.time()
        self._metrics.transaction_seconds.observe(seconds)
        self._metrics.last_commit.set(now)
        for record, outcome, out in records:
            if record.timestamp_ms >= 0:
                self._metrics.latency_seconds.observe(max(0.0, now - record.timestamp_ms / 1000))
            self._outcome(record, outcome, out)

    def failed(self, kind: FailureKind) -> None:
        """A transaction did not commit."""
        self._metrics.transaction_failures.labels(kind.value).inc()

    def owning(self, assigned: frozenset[TopicPartition], rebalances: int, lag: Mapping[TopicPartition, int]) -> None:
        """What we own now, and how far behind we are in it."""
        if assigned != self._assigned:
            self._changed(assigned)
        self._metrics.rebalances.inc(rebalances - self._rebalances)
        self._rebalances = rebalances
        for partition, records in lag.items():
            self._metrics.lag.labels(partition.topic, str(partition.partition)).set(records)

    def _changed(self, assigned: frozenset[TopicPartition]) -> None:
        for partition in self._assigned - assigned:
            # Its new owner tells its lag; two series for one partition would be summed.
            self._metrics.lag.remove(partition.topic, str(partition.partition))
        self._assigned = assigned
        self._health.assigned = bool(assigned)
        self._metrics.assigned_partitions.set(len(assigned))
        log.info("Owning %d partitions", len(assigned), extra={"partitions": sorted(p.partition for p in assigned)})

    def _outcome(self, record: Incoming, outcome: Outcome, out: Outgoing | None) -> None:
        match outcome:
            case Enriched():
                self._metrics.published.inc()
                self._metrics.output_bytes.inc(len(out.value) if out else 0)
                for step in outcome.failed_steps:
                    self._metrics.steps_failed.labels(step).inc()
                if outcome.unread:
                    self._metrics.unread.labels(outcome.unread).inc()
            case Skipped():
                self._metrics.skipped.labels(outcome.reason.value).inc()
            case Rejected():
                self._metrics.rejected.labels(outcome.stage.value, outcome.reason.value).inc()
                log.warning("Dead letter: %s", outcome.detail, extra=_place(record, outcome))


def _place(record: Incoming, outcome: Rejected) -> dict[str, object]:
    return {
        "stage": outcome.stage.value,
        "reason": outcome.reason.value,
        "topic": record.topic,
        "partition": record.partition,
        "offset": record.offset,
    }
