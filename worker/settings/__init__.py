"""What an operator can set, with the defaults and the sentences that explain them."""

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

__all__ = [
    "Batch",
    "DeadLetters",
    "Input",
    "Kafka",
    "Nlp",
    "Output",
    "Pool",
    "Service",
    "Settings",
    "Telemetry",
    "Topics",
]
