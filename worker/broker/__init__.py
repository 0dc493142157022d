"""Kafka: raw articles in, enriched ones and dead letters out, exactly once."""

from worker.broker.client import connection
from worker.broker.errors import (
    BrokerError,
    FencedError,
    FloodError,
    RefusedError,
    UnfitError,
    UnreachableError,
    UnreadableError,
)
from worker.broker.loop import Loop, Processor

__all__ = [
    "BrokerError",
    "FencedError",
    "FloodError",
    "Loop",
    "Processor",
    "RefusedError",
    "UnfitError",
    "UnreachableError",
    "UnreadableError",
    "connection",
]
