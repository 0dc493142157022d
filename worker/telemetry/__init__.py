"""What operators see: metrics, health and logs."""

from worker.telemetry.health import Health
from worker.telemetry.http import AddressError, HttpServer
from worker.telemetry.logs import configure as configure_logs
from worker.telemetry.metrics import Metrics

__all__ = ["AddressError", "Health", "HttpServer", "Metrics", "configure_logs"]
