"""What the metrics say, as numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The state of all workers together at one moment. Latencies are None until something was committed."""

    published: int
    skipped: dict[str, int]
    rejected: dict[str, int]
    lag: int
    children: int
    restarts: int
    latency_p50: float | None
    latency_p95: float | None

    @property
    def committed(self) -> int:
        """Records that have met their fate."""
        return self.published + sum(self.skipped.values()) + sum(self.rejected.values())


def read(texts: Iterable[str]) -> Reading:
    """The sum of the workers' metrics, given in Prometheus' text format."""
    families: dict[str, list[Metric]] = {}
    for text in texts:
        for family in text_string_to_metric_families(text):
            families.setdefault(family.name.removeprefix("news_worker_"), []).append(family)
    latency = _buckets(families.get("latency_seconds", []))
    return Reading(
        published=_sum(families, "records_published"),
        skipped=_by(families, "records_skipped", "reason"),
        rejected=_by(families, "records_rejected", "reason"),
        lag=_sum(families, "consumer_lag_records"),
        children=_sum(families, "children_alive"),
        restarts=_sum(families, "children_restarted"),
        latency_p50=quantile(latency, 0.5),
        latency_p95=quantile(latency, 0.95),
    )


def quantile(buckets: dict[float, float], share: float) -> float | None:
    """The value under which `share` of the observations lie, linear within a bucket as Prometheus has it."""
    bounds = sorted(buckets)
    total = buckets[bounds[-1]] if bounds else 0.0
    if total == 0:
        return None
    below, lower = 0.0, 0.0
    for bound in bounds:
        if buckets[bound] >= share * total:
            if bound == float("inf"):
                break
            inside = buckets[bound] - below
            return lower + (bound - lower) * (share * total - below) / inside
        below, lower = buckets[bound], bound
    return lower


def _buckets(families: list[Metric]) -> dict[float, float]:
    buckets: dict[float, float] = {}
    for family in families:
        for sample in family.samples:
            if sample.name.endswith("_bucket"):
                bound = float(sample.labels["le"])
                buckets[bound] = buckets.get(bound, 0.0) + sample.value
    return buckets


def _sum(families: dict[str, list[Metric]], name: str) -> int:
    return sum(_by(families, name, "").values())


def _by(families: dict[str, list[Metric]], name: str, label: str) -> dict[str, int]:
    totals: dict[str, int] = {}
    for family in families.get(name, []):
        for sample in family.samples:
            if not sample.name.endswith("_created"):
                key = sample.labels.get(label, "")
                totals[key] = totals.get(key, 0) + int(sample.value)
    return totals
