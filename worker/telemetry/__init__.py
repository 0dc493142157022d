"""What operators see: metrics, health and logs."""

from worker.telemetry.health import Health
from worker.telemetry.metrics import Metrics

__all__ = ["Health", "Metrics"]
