"""The settings of kafka-python's clients, made from ours. What is set here and why is half of exactly-once."""

import socket

from kafka.coordinator.assignors.cooperative_sticky import CooperativeStickyAssignor

from worker.settings import Kafka, Settings
from worker.settings.security import sasl_password

DEAD_LETTER_ROOM_BYTES = 65_536
"""What a dead letter may be larger than its record: the headers that say what was wrong with it."""

BOOTSTRAP_TRIES = 3
"""Brokers are asked one after another, and one that hangs costs a whole request timeout."""

PRODUCER_BATCH_BYTES = 524_288
"""One request in flight a partition keeps the order; at the default 16 KB two articles would fill it."""


def connection(kafka: Kafka) -> dict[str, object]:
    """What every client needs, the command line's too: where the brokers are and how to be let in."""
    return {
        "bootstrap_servers": [server.strip() for server in kafka.bootstrap_servers.split(",")],
        "client_id": worker_name(kafka),
        "request_timeout_ms": _milliseconds(kafka.request_timeout_seconds),
        "retry_backoff_ms": kafka.retry_backoff_milliseconds,
        # At the default of 30 s a broker that is back stays unused for as long.
        "reconnect_backoff_max_ms": 1000,
        **_security(kafka),
    }


def consumer_settings(settings: Settings) -> dict[str, object]:
    """Of the consumer of raw articles."""
    kafka = settings.kafka
    return {
        **connection(kafka),
        "bootstrap_timeout_ms": _milliseconds(BOOTSTRAP_TRIES * kafka.request_timeout_seconds),
        "group_id": kafka.group,
        "group_instance_id": worker_name(kafka) if kafka.static_member else None,
        # T10: without it the next owner of a partition starts before our transaction has ended, and both publish.
        "isolation_level": "read_committed",
        # Offsets are committed by the producer, inside the transaction, and nowhere else.
        "enable_auto_commit": False,
        "auto_offset_reset": "earliest",
        "partition_assignment_strategy": (CooperativeStickyAssignor,),
        "max_poll_interval_ms": _milliseconds(kafka.max_poll_interval_seconds),
        "session_timeout_ms": _milliseconds(kafka.session_timeout_seconds),
        "heartbeat_interval_ms": min(3000, _milliseconds(kafka.session_timeout_seconds) // 4),
        "max_partition_fetch_bytes": kafka.max_request_bytes,
        "allow_auto_create_topics": False,
        "metrics_enabled": False,
    }


def producer_settings(settings: Settings, transactional_id: str | None = None) -> dict[str, object]:
    """Of a transactional producer: by default the worker's own, of enriched articles and dead letters."""
    kafka = settings.kafka
    return {
        **connection(kafka),
        "bootstrap_timeout_ms": _milliseconds(BOOTSTRAP_TRIES * kafka.request_timeout_seconds),
        "max_block_ms": _milliseconds(kafka.delivery_timeout_seconds),
        # Stable over restarts, so that a new process fences its predecessor at once and ends its transaction.
        "transactional_id": transactional_id or worker_name(kafka),
        "transaction_timeout_ms": _milliseconds(kafka.transaction_timeout_seconds),
        "delivery_timeout_ms": _milliseconds(kafka.delivery_timeout_seconds),
        "acks": "all",
        "compression_type": compression_type(kafka),
        "batch_size": PRODUCER_BATCH_BYTES,
        "max_request_size": kafka.max_request_bytes + DEAD_LETTER_ROOM_BYTES,
        "allow_auto_create_topics": False,
        "metrics_enabled": False,
    }


def compression_type(kafka: Kafka) -> str | None:
    """The client's word for our setting, of every producer, the command line's too."""
    return None if kafka.compression == "none" else kafka.compression


def worker_name(kafka: Kafka) -> str:
    """Group and ordinal: the name of this worker towards Kafka, the same after a restart."""
    return f"{kafka.group}-{kafka.ordinal or socket.gethostname()}"


def _security(kafka: Kafka) -> dict[str, object]:
    settings: dict[str, object] = {"security_protocol": kafka.security_protocol}
    if kafka.security_protocol.startswith("SASL"):
        settings |= {
            "sasl_mechanism": kafka.sasl_mechanism,
            "sasl_plain_username": kafka.sasl_username,
            "sasl_plain_password": sasl_password(kafka),
        }
    if kafka.security_protocol.endswith("SSL"):
        settings |= {
            "ssl_cafile": kafka.ssl_cafile and str(kafka.ssl_cafile),
            "ssl_certfile": kafka.ssl_certfile and str(kafka.ssl_certfile),
            "ssl_keyfile": kafka.ssl_keyfile and str(kafka.ssl_keyfile),
            "ssl_password": kafka.ssl_password and kafka.ssl_password.get_secret_value(),
            "ssl_check_hostname": kafka.ssl_check_hostname,
        }
    return settings


def _milliseconds(seconds: float) -> int:
    return int(seconds * 1000)
