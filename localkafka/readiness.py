"""Whether a cluster answers: not only an open port, but members and coordinators."""

import socket
import time
import warnings
from collections.abc import Callable

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.errors import KafkaError

from localkafka.errors import LocalKafkaError

PROBE = "localkafka-probe"


def members(bootstrap: str) -> set[int]:
    """The nodes that this one counts as alive; none while it does not answer."""
    host, port = bootstrap.split(":")
    try:
        # Asked first: the client waits a second before it tries a closed port again, more than the boot takes.
        socket.create_connection((host, int(port)), timeout=1.0).close()
        admin = KafkaAdminClient(bootstrap_servers=bootstrap, bootstrap_timeout_ms=2000, request_timeout_ms=2000)
    except (KafkaError, OSError):
        return set()
    try:
        return {broker["broker_id"] for broker in admin.describe_cluster()["brokers"]}
    except (KafkaError, OSError):
        return set()
    finally:
        admin.close()


def coordinators(bootstrap: str) -> None:
    """Wait for the coordinators of groups and of transactions, whose topics are made when the first client asks."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the client warns of settings that do not matter to a probe
        producer = KafkaProducer(bootstrap_servers=bootstrap, transactional_id=PROBE, retry_backoff_ms=50)
        try:
            producer.init_transactions()
        finally:
            producer.close(timeout=1)
        consumer = KafkaConsumer(bootstrap_servers=bootstrap, group_id=PROBE, retry_backoff_ms=50)
        try:
            consumer.committed(TopicPartition(PROBE, 0), timeout_ms=30_000)
        finally:
            consumer.close()


def wait_for(what: str, seconds: float, reached: Callable[[], bool], running: Callable[[], bool]) -> None:
    """Return when `reached`; raise when the time is over or what is waited for is no longer `running`."""
    end = time.monotonic() + seconds
    while not reached():
        if not running():
            raise LocalKafkaError("A broker ended while it was being started.")
        if time.monotonic() > end:
            raise LocalKafkaError(f"No {what} within {seconds:.0f} seconds.")
        time.sleep(0.1)
