"""Prometheus in its container: it finds every worker, and the alerts do what they say."""

from pathlib import Path

import pytest
import yaml

from tests.compose.engine import docker
from tests.compose.patience import wait_for
from tests.compose.stack import ROOT, Stack

pytestmark = [pytest.mark.compose, pytest.mark.timeout(600)]

RULES = ROOT / "config/alerts.yml"
PROMETHEUS = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]["prometheus"]["image"]


def values(stack: Stack, query: str) -> list[float]:
    result = stack.prometheus("query", query=query)["result"]
    assert isinstance(result, list)
    return [float(sample["value"][1]) for sample in result]


def test_two_workers_share_the_partitions_and_prometheus_finds_both(stack: Stack) -> None:
    stack.up(workers=2)
    partitions = stack.stream.partitions()

    def shares() -> list[float]:
        found = values(stack, 'news_worker_assigned_partitions and on (instance) up{job="news-worker"} == 1')
        return found if len(found) == 2 and all(found) and sum(found) == partitions else []

    found = wait_for("Prometheus knows both workers and their shares", shares)
    assert max(found) - min(found) <= 1


def test_prometheus_counts_what_was_published(stack: Stack, tmp_path: Path) -> None:
    stack.up(workers=1)
    stack.feed("counted", 50, tmp_path)
    wait_for("its counters have all", lambda: values(stack, "sum(news_worker_records_published_total) >= 50"))
    assert values(stack, "sum(news_worker_latency_seconds_count) >= 50")
    wait_for("no lag is left", lambda: values(stack, "sum(news_worker_consumer_lag_records)") == [0.0])


def test_prometheus_evaluates_every_alert_without_an_error(stack: Stack) -> None:
    stack.up(workers=1)
    wanted = {rule["alert"] for group in yaml.safe_load(RULES.read_text())["groups"] for rule in group["rules"]}

    def healthy() -> bool:
        groups = stack.prometheus("rules")["groups"]
        assert isinstance(groups, list)
        return {rule["name"] for group in groups for rule in group["rules"] if rule["health"] == "ok"} == wanted

    assert wait_for("every rule was evaluated", healthy)


@pytest.mark.parametrize("task", ["check config prometheus.yml", "test rules alerts.test.yml"])
def test_promtool_agrees(stack: Stack, task: str) -> None:
    files = (ROOT / "config/prometheus.yml", RULES, ROOT / "tests/compose/alerts.test.yml")
    mounts = [f"--volume={file}:/etc/prometheus/{file.name}:ro" for file in files]
    docker("run", "--rm", "--workdir=/etc/prometheus", "--entrypoint=promtool", *mounts, PROMETHEUS, *task.split())
