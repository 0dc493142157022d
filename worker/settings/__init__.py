"""What an operator can set, with the defaults and the sentences that explain them."""

from worker.settings.checks import check, worst_batch_seconds
from worker.settings.errors import SettingsError
from worker.settings.layers import assignments
from worker.settings.load import Effective, load, load_effective
from worker.settings.routes import routes
from worker.settings.sections import (
    Batch,
    DeadLetters,
    Input,
    Kafka,
    Nlp,
    Output,
    Pool,
    Service,
    Settings,
    Telemetry,
    Topics,
)
from worker.settings.security import sasl_password

__all__ = [
    "Batch",
    "DeadLetters",
    "Effective",
    "Input",
    "Kafka",
    "Nlp",
    "Output",
    "Pool",
    "Service",
    "Settings",
    "SettingsError",
    "Telemetry",
    "Topics",
    "assignments",
    "check",
    "load",
    "load_effective",
    "routes",
    "sasl_password",
    "worst_batch_seconds",
]
