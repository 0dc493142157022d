import re
from pathlib import Path

import pytest
from prometheus_client import generate_latest
from prometheus_client.openmetrics.exposition import generate_latest as generate_openmetrics
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from worker.telemetry import Metrics
from worker.telemetry.metrics import PREFIX, Declared
from worker.telemetry.reference import reference

DECLARED = Metrics().declared
BASE_UNITS = ("_seconds", "_bytes", "_records")
DERIVED_UNITS = ("milliseconds", "_ms", "minutes", "kilobytes", "_kb", "_mb", "percent")


def test_every_metric_of_the_registry_was_declared() -> None:
    metrics = Metrics()
    families = {family.name for family in metrics.registry.collect() if family.name.startswith(PREFIX)}
    assert families == {re.sub("_(total|info)$", "", metric.name) for metric in metrics.declared}


def test_no_metric_is_declared_twice() -> None:
    assert len({metric.name for metric in DECLARED}) == len(DECLARED)


@pytest.mark.parametrize("metric", DECLARED, ids=lambda metric: metric.name)
def test_a_metric_has_a_conventional_name_and_a_sentence(metric: Declared) -> None:
    assert re.fullmatch(rf"{PREFIX}(_[a-z]+)+", metric.name)
    assert not any(unit in metric.name for unit in DERIVED_UNITS)
    assert metric.sentence.endswith(".")
    assert metric.sentence[0].isupper()
    assert (metric.kind == "counter") == metric.name.endswith("_total")


@pytest.mark.parametrize("metric", [m for m in DECLARED if m.kind == "histogram"], ids=lambda metric: metric.name)
def test_a_histogram_says_its_base_unit(metric: Declared) -> None:
    assert metric.name.endswith(BASE_UNITS)


def test_the_document_of_the_metrics_is_in_step() -> None:
    written = Path("docs/METRICS.md").read_text(encoding="utf-8")
    assert written == reference(Metrics()), "run: python -m worker.telemetry.reference > docs/METRICS.md"


def test_the_registry_tells_of_the_process_and_of_python() -> None:
    exposed = generate_latest(Metrics().registry).decode()
    assert "process_resident_memory_bytes" in exposed
    assert "python_info" in exposed


def test_the_exposition_is_valid_openmetrics() -> None:
    metrics = Metrics()
    metrics.rejected.labels("decode", "undecodable").inc()
    metrics.stage_seconds.labels("annotate").observe(0.1)
    metrics.build.info({"version": "1"})
    exposed = generate_openmetrics(metrics.registry).decode()  # type: ignore[no-untyped-call]  # the client's
    names = {family.name for family in text_string_to_metric_families(exposed)}  # type: ignore[no-untyped-call]
    assert f"{PREFIX}_records_rejected" in names


def test_two_workers_in_one_process_do_not_share_metrics() -> None:
    one, other = Metrics(), Metrics()
    one.consumed.inc()
    assert other.registry.get_sample_value(f"{PREFIX}_records_consumed_total") == 0
