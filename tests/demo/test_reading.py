"""The metrics as the demo's table reads them."""

import math

import pytest
from prometheus_client import generate_latest

from demo.live import line, reasons, seconds
from demo.reading import quantile, read
from worker.telemetry import Metrics


def exposed(published: int, lag: int) -> str:
    metrics = Metrics()
    metrics.published.inc(published)
    metrics.skipped.labels("empty").inc(2)
    metrics.rejected.labels("decode", "undecodable").inc()
    metrics.rejected.labels("process", "timeout").inc(2)
    metrics.lag.labels("raw-articles", "0").set(lag)
    metrics.children_alive.set(2)
    metrics.children_restarted.labels("recycled").inc()
    for _ in range(10):
        metrics.latency_seconds.observe(0.2)
    return generate_latest(metrics.registry).decode()


def test_the_metrics_of_several_workers_are_added_up() -> None:
    reading = read([exposed(published=10, lag=3), exposed(published=5, lag=4)])
    assert (reading.published, reading.lag, reading.children, reading.restarts) == (15, 7, 4, 2)
    assert reading.skipped == {"empty": 4}
    assert reading.rejected == {"undecodable": 2, "timeout": 4}
    assert reading.committed == 15 + 4 + 6


def test_a_worker_that_has_committed_nothing_has_no_latency() -> None:
    reading = read([generate_latest(Metrics().registry).decode()])
    assert reading.committed == 0
    assert reading.latency_p50 is None
    assert "latency p50 – p95 –" in line(reading, total=3, elapsed=1.0)


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.5, 1.0), (0.25, 0.5), (0.75, 2.0), (1.0, 2.0)],
)
def test_a_quantile_is_linear_within_its_bucket(share: float, expected: float) -> None:
    buckets = {1.0: 2.0, 2.0: 3.0, math.inf: 4.0} if share == 1.0 else {1.0: 2.0, 3.0: 4.0, math.inf: 4.0}
    assert quantile(buckets, share) == pytest.approx(expected)


@pytest.mark.parametrize(("value", "told"), [(None, "–"), (0.0421, "42 ms"), (2.25, "2.2 s")])
def test_durations_are_told_in_the_unit_that_suits_them(value: float | None, told: str) -> None:
    assert seconds(value) == told


def test_counts_are_told_with_their_reasons() -> None:
    assert reasons({"timeout": 1, "crash": 0, "error": 2}) == "3 (error 2, timeout 1)"
    assert reasons({}) == "0"
