"""Fixtures that more than one package's tests use: the real broker, and topics that no other test has touched."""

import uuid
from collections.abc import Iterator

import pytest
from kafka import KafkaAdminClient

from localkafka import LocalKafka
from worker.settings import Topics


def running(nodes: int, session: pytest.Session) -> Iterator[LocalKafka]:
    with LocalKafka(nodes) as kafka:
        yield kafka
        kafka.keep_logs = session.testsfailed > 0


@pytest.fixture(scope="session")
def kafka(request: pytest.FixtureRequest) -> Iterator[LocalKafka]:
    """One broker for the whole session."""
    yield from running(1, request.session)


@pytest.fixture(scope="session")
def whole_cluster(request: pytest.FixtureRequest) -> Iterator[LocalKafka]:
    """Three brokers for the whole session."""
    yield from running(3, request.session)


@pytest.fixture
def cluster(whole_cluster: LocalKafka) -> LocalKafka:
    """The three brokers, all of them up, whatever the test before has done to them."""
    whole_cluster.heal()
    return whole_cluster


def create_topics(kafka: LocalKafka, partitions: int) -> Topics:
    """Topics that exist and that nobody has used."""
    stem = f"t-{uuid.uuid4().hex[:12]}"
    topics = Topics(input=f"{stem}.in", output=f"{stem}.out", dead_letters=f"{stem}.dead")
    admin = KafkaAdminClient(bootstrap_servers=kafka.bootstrap_servers)
    try:
        wanted = {name: {"num_partitions": partitions} for name in topics.model_dump().values()}
        admin.create_topics(wanted, wait_for_metadata=True)
    finally:
        admin.close()
    return topics
