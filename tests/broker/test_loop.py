"""The loop on a real broker: outcomes, order, dead letters, starting and stopping."""

import pytest

from localkafka import LocalKafka
from tests.broker.harness import committed, numbered, produce, running, settings, until, watching
from tests.conftest import create_topics

pytestmark = pytest.mark.kafka


def test_every_record_is_published_once_and_its_offset_committed(kafka: LocalKafka) -> None:
    topics = create_topics(kafka, 3)
    produce(kafka, topics.input, numbered(100))
    with watching(kafka, topics.output) as eye, running(settings(kafka, topics)) as worker:
        assert sorted(eye.until(100)) == sorted(value for _, value in numbered(100))
        until(lambda: worker.value("records_published_total") == 100, "all counted")
    assert sum(committed(kafka, topics.input, topics.input).values()) == 100
