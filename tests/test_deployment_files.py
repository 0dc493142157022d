"""The compose file and the image keep their promises: confined, on loopback only, and with time to drain."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from worker.settings import Settings

ROOT = Path(__file__).parent.parent
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
EACH_SERVICE = pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)


@EACH_SERVICE
def test_a_service_has_no_rights_that_it_does_not_need(service: dict[str, Any]) -> None:
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["mem_limit"]


@EACH_SERVICE
def test_a_port_is_open_to_this_machine_only(service: dict[str, Any]) -> None:
    assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))


@EACH_SERVICE
def test_an_image_is_pinned(service: dict[str, Any]) -> None:
    assert "build" in service or not service["image"].endswith(":latest")


def test_the_worker_is_given_time_to_drain() -> None:
    grace_seconds = float(SERVICES["worker"]["stop_grace_period"].removesuffix("s"))
    assert grace_seconds >= Settings().service.drain_seconds + 10


def test_the_worker_can_be_scaled() -> None:
    assert not {"container_name", "ports", "hostname"} & SERVICES["worker"].keys()


def test_the_environment_names_settings_that_exist() -> None:
    for name in SERVICES["worker"]["environment"]:
        section, field = name.removeprefix("NEWS_WORKER__").lower().split("__")
        assert field in type(getattr(Settings(), section)).model_fields


def test_the_image_installs_hash_pinned_requirements_only() -> None:
    installs = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if " install " in line]
    assert len(installs) == 2
    assert all("--require-hashes" in line or "--no-index" in line for line in installs)
