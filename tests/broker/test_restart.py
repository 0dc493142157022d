"""A worker process that is killed in mid-work: its successor goes on, and every record is published once."""

import subprocess
import sys
from collections import Counter

import pytest

from localkafka import LocalKafka
from tests.broker.harness import committed, numbered, produce, running, settings, until, watching
from tests.conftest import create_topics

pytestmark = pytest.mark.kafka
RECORDS = 1000


def test_nothing_is_lost_or_doubled_when_a_worker_is_killed_again_and_again(cluster: LocalKafka) -> None:
    topics = create_topics(cluster, 3)
    ours = settings(cluster, topics, client={"session_timeout_seconds": 2.0})
    produce(cluster, topics.input, numbered(RECORDS))

    def done() -> int:
        return sum(committed(cluster, topics.input, topics.input).values())

    with watching(cluster, topics.output) as eye:
        for kill in range(2):
            before = done()
            with subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "tests.broker.worker", ours.model_dump_json()]
            ) as process:
                until(lambda before=before: done() > before, f"worker {kill} has committed something")  # type: ignore[misc]  # mypy cannot infer such a lambda
                process.kill()
        left = RECORDS - done()
        with running(ours):
            values = eye.until(RECORDS)
    assert left > 0
    assert Counter(values) == {value: 1 for _, value in numbered(RECORDS)}
