"""The alerts and the dashboard speak of metrics and labels that exist; the files fit together."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.promql import Mentioned, mentioned
from worker.service.supervisor import RECYCLED
from worker.settings import Settings
from worker.telemetry import Metrics

CONFIG = Path(__file__).parent.parent / "config"
GROUPS = yaml.safe_load((CONFIG / "alerts.yml").read_text())["groups"]
RULES = [rule for group in GROUPS for rule in group["rules"]]
DASHBOARD = json.loads((CONFIG / "grafana/dashboards/news-worker.json").read_text())
PANELS = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
TARGETS = [(panel["title"], target) for panel in PANELS for target in panel["targets"]]
ADDED_BY_PROMETHEUS = {"job", "instance", "le"}


def known() -> dict[str, set[str]]:
    """Every name that a scrape of the worker yields, with its labels."""
    metrics = Metrics()
    names: dict[str, set[str]] = {"up": set()}
    names |= {sample.name: set() for family in metrics.registry.collect() for sample in family.samples}
    for declared in metrics.declared:
        suffixes = ("_bucket", "_sum", "_count") if declared.kind == "histogram" else ("",)
        names |= {declared.name + suffix: set(declared.labels) for suffix in suffixes}
    return names


KNOWN = known()


def labels_of(expression: Mentioned) -> set[str]:
    return set().union(ADDED_BY_PROMETHEUS, *(KNOWN[name] for name in expression.metrics))


EXPRESSIONS = [(rule["alert"], rule["expr"]) for rule in RULES] + [(title, target["expr"]) for title, target in TARGETS]


@pytest.mark.parametrize(("where", "expression"), EXPRESSIONS)
def test_an_expression_speaks_of_metrics_and_labels_that_the_worker_has(where: str, expression: str) -> None:
    told = mentioned(expression)
    assert told.metrics, where
    assert told.metrics <= KNOWN.keys()
    assert told.labels <= labels_of(told)


@pytest.mark.parametrize(
    ("expression", "metrics", "labels"),
    [
        ("up", {"up"}, set()),
        ('sum by (a) (rate(x_total{b="c d", e!~"f|g"}[5m:1m])) > 1.5 * 1024 ^ 3', {"x_total"}, {"a", "b", "e"}),
        ("time() - x and on (a) (y offset 5m > bool 0)", {"x", "y"}, {"a"}),
        ('max by (le) (rate(x_bucket{a=~"$instance"}[$__rate_interval]))', {"x_bucket"}, {"le", "a"}),
    ],
)
def test_names_are_found_in_an_expression(expression: str, metrics: set[str], labels: set[str]) -> None:
    assert mentioned(expression) == Mentioned(frozenset(metrics), frozenset(labels))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_an_alert_says_how_bad_it_is_and_what_to_do(rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in {"critical", "warning"}
    for sentence in (rule["annotations"]["summary"], rule["annotations"]["action"]):
        assert sentence.endswith(".")
        assert set(re.findall(r"\$labels\.(\w+)", sentence)) <= labels_of(mentioned(rule["expr"]))


def test_every_alert_is_tried_by_promtool() -> None:
    tried = (Path(__file__).parent / "compose/alerts.test.yml").read_text()
    assert [rule["alert"] for rule in RULES if f'alertname="{rule["alert"]}"' not in tried] == []


def test_the_memory_alert_warns_before_a_child_is_ended() -> None:
    (expression,) = (rule["expr"] for rule in RULES if rule["alert"] == "NewsWorkerMemory")
    gibibytes = float(re.search(r"> ([\d.]+) \* 1024 \^ 3", expression)[1])  # type: ignore[index]  # fails loudly
    assert 0.5 < gibibytes * 1024**3 / Settings().pool.max_child_bytes < 0.9


def test_a_planned_replacement_of_a_child_wakes_nobody() -> None:
    (expression,) = (rule["expr"] for rule in RULES if rule["alert"] == "NewsWorkerChildrenRestarting")
    assert f'why!="{RECYCLED}"' in expression


def test_every_metric_of_the_worker_has_a_panel() -> None:
    shown = set().union(*(mentioned(target["expr"]).metrics for _, target in TARGETS))
    assert [
        metric.name for metric in Metrics().declared if not any(name.startswith(metric.name) for name in shown)
    ] == []


@pytest.mark.parametrize(("title", "target"), TARGETS)
def test_a_legend_shows_labels_that_are_there(title: str, target: dict[str, Any]) -> None:
    assert set(re.findall(r"\{\{(\w+)\}\}", target["legendFormat"])) <= labels_of(mentioned(target["expr"]))


def test_the_panels_neither_overlap_nor_leave_the_grid() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        at = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert not cells & taken, panel["title"]
        assert at["x"] + at["w"] <= 24
        taken |= cells
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])


def test_grafana_is_given_the_data_source_and_the_dashboards() -> None:
    (source,) = yaml.safe_load((CONFIG / "grafana/provisioning/datasources/prometheus.yml").read_text())["datasources"]
    (provider,) = yaml.safe_load((CONFIG / "grafana/provisioning/dashboards/news-worker.yml").read_text())["providers"]
    used = {(panel["datasource"]["type"], panel["datasource"]["uid"]) for panel in PANELS}
    assert used == {(source["type"], source["uid"])}
    assert source["url"] == "http://prometheus:9090"
    assert provider["type"] == "file"
    assert provider["options"]["path"] == "/var/lib/grafana/dashboards"
    assert DASHBOARD["uid"]
    assert DASHBOARD["templating"]["list"][0]["name"] == "instance"


def test_prometheus_finds_every_worker_by_the_name_of_its_service() -> None:
    prometheus = yaml.safe_load((CONFIG / "prometheus.yml").read_text())
    (job,) = (job for job in prometheus["scrape_configs"] if job["job_name"] == "news-worker")
    assert job["dns_sd_configs"][0] | {"refresh_interval": ""} == {
        "names": ["worker"],
        "type": "A",
        "port": Settings().telemetry.port,
        "refresh_interval": "",
    }
    assert prometheus["rule_files"] == ["/etc/prometheus/alerts.yml"]
