"""Connections to Kafka for the commands, with errors that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer
from kafka.errors import KafkaError

from worker.broker import connection
from worker.broker.client import compression_type
from worker.broker.producer import Producer
from worker.cli.errors import CommandError
from worker.exit_codes import ExitCode
from worker.settings import Settings

CONNECT_SECONDS = 15


class KafkaFailedError(CommandError):
    """Kafka cannot be reached, or refuses."""

    code = ExitCode.KAFKA


@contextmanager
def admin(settings: Settings) -> Iterator[KafkaAdminClient]:
    """An administrative client; Kafka's errors inside it become sentences."""
    with _explained(settings):
        client = KafkaAdminClient(**connection(settings.kafka), bootstrap_timeout_ms=CONNECT_SECONDS * 1000)
        try:
            yield client
        finally:
            client.close()


@contextmanager
def consumer(settings: Settings, **config: object) -> Iterator[KafkaConsumer]:
    """A consumer of committed records, without a group unless `config` names one."""
    with _explained(settings):
        client = KafkaConsumer(
            **connection(settings.kafka),
            bootstrap_timeout_ms=CONNECT_SECONDS * 1000,
            isolation_level="read_committed",
            enable_auto_commit=False,
            max_partition_fetch_bytes=settings.kafka.max_request_bytes,
            allow_auto_create_topics=False,
            metrics_enabled=False,
            **config,
        )
        try:
            yield client
        finally:
            client.close(autocommit=False)


@contextmanager
def producer(settings: Settings, **config: object) -> Iterator[KafkaProducer]:
    """An idempotent producer whose records every replica in sync has."""
    with _explained(settings):
        client = KafkaProducer(
            **connection(settings.kafka),
            acks="all",
            enable_idempotence=True,
            compression_type=compression_type(settings.kafka),
            max_request_size=settings.kafka.max_request_bytes,
            delivery_timeout_ms=int(settings.kafka.delivery_timeout_seconds * 1000),
            bootstrap_timeout_ms=CONNECT_SECONDS * 1000,
            max_block_ms=CONNECT_SECONDS * 1000,
            allow_auto_create_topics=False,
            metrics_enabled=False,
            **config,
        )
        try:
            yield client
        finally:
            client.close(timeout=CONNECT_SECONDS)


@contextmanager
def transactional_producer(settings: Settings, transactional_id: str) -> Iterator[Producer]:
    """The worker's producer under another name; no call of it waits for ever."""
    with _explained(settings):
        client = Producer(settings, transactional_id)
        try:
            yield client
        finally:
            client.close(timeout=CONNECT_SECONDS)


def require_topic(settings: Settings, topic: str) -> None:
    """Raise a sentence at once where a producer would wait for the topic to appear."""
    with admin(settings) as client:
        if any(found["error_code"] for found in client.describe_topics([topic])):
            raise CommandError(f"There is no topic {topic}; `news-worker topics create` makes it.")


@contextmanager
def _explained(settings: Settings) -> Iterator[None]:
    try:
        yield
    except KafkaError as error:
        raise KafkaFailedError(
            f"Kafka at {settings.kafka.bootstrap_servers} did not do it ({error}); is it up, and are "
            "--bootstrap-servers and the security settings right?"
        ) from error
