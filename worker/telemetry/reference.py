"""docs/METRICS.md, from the declarations: `python -m worker.telemetry.reference > docs/METRICS.md`."""

import sys

from worker.telemetry.metrics import Declared, Metrics

HEAD = """# Metrics

Served on `/metrics` of the worker's HTTP port (9464), in Prometheus' text format or OpenMetrics, as the scraper asks.
Labels take their values from fixed vocabularies, never from messages. Beside these stand the client library's
`process_*` metrics of the parent process, and `python_info`.

Generated from `worker/telemetry/metrics.py` by `python -m worker.telemetry.reference`.

| metric | type | labels | meaning |
|---|---|---|---|
"""
TAIL = """
## Questions and their queries

```promql
# articles per second
sum(rate(news_worker_records_published_total[1m]))
# share of dead letters
sum(rate(news_worker_records_rejected_total[5m])) / sum(rate(news_worker_records_consumed_total[5m]))
# how far behind
sum(news_worker_consumer_lag_records)
# end-to-end latency, 95th percentile
histogram_quantile(0.95, sum by (le) (rate(news_worker_latency_seconds_bucket[5m])))
# where the time goes
sum by (stage) (rate(news_worker_stage_duration_seconds_sum[5m]))
# seconds since the last commit
time() - news_worker_last_commit_timestamp_seconds
# children that were replaced, and why
sum by (why) (increase(news_worker_children_restarted_total[1h]))
```
"""


def reference(metrics: Metrics) -> str:
    """The table of all metrics, in the order of their declaration."""
    return HEAD + "".join(_row(declared) for declared in metrics.declared) + TAIL


def _row(metric: Declared) -> str:
    labels = ", ".join(f"`{label}`" for label in metric.labels)
    return f"| `{metric.name}` | {metric.kind} | {labels} | {metric.sentence} |\n"


if __name__ == "__main__":
    sys.stdout.write(reference(Metrics()))
