"""The shipped compose file in real containers: every article exactly once, whatever happens to the workers."""

from pathlib import Path

import orjson
import pytest

from tests.compose.engine import docker, inspected
from tests.compose.patience import wait_for
from tests.compose.stack import Stack

pytestmark = [pytest.mark.compose, pytest.mark.timeout(600)]


def feed_and_wait_for_the_middle(stack: Stack, name: str, number: int, folder: Path) -> list[str]:
    """Feed, and come back when some of it is committed and most is not."""
    before = stack.stream.read()
    ids = stack.feed(name, number, folder)
    wait_for("some of it is committed", lambda: stack.stream.read() > before)
    return ids


def assert_each_was_published_once(stack: Stack, ids: list[str]) -> None:
    wait_for("all that was fed is committed", lambda: stack.stream.waiting() == 0, seconds=300)
    published = stack.stream.published()
    assert {identifier: published[identifier] for identifier in ids} == dict.fromkeys(ids, 1)


def test_articles_fed_from_the_host_are_published_once_each(stack: Stack, tmp_path: Path) -> None:
    stack.up(workers=1)
    ids = stack.feed("plain", 100, tmp_path)
    assert_each_was_published_once(stack, ids)
    documents = {key: orjson.loads(value) for key, value in stack.stream.documents()}
    for identifier in ids:
        assert documents[identifier]["id"] == identifier
        assert documents[identifier]["text"]


def test_a_worker_that_is_killed_in_the_middle_loses_and_doubles_nothing(stack: Stack, tmp_path: Path) -> None:
    victim, witness = stack.up(workers=2)
    ids = feed_and_wait_for_the_middle(stack, "killed", 300, tmp_path)
    docker("kill", "--signal", "KILL", victim.id)
    assert stack.stream.waiting() > 0
    assert victim.state()["ExitCode"] == 137
    assert_each_was_published_once(stack, ids)
    assert witness.running()
    # Docker counts a kill from outside as an order to stay down: it is up to `up`.
    assert set(stack.up(workers=2)) == {victim, witness}


def test_a_worker_that_dies_of_itself_is_started_again_and_goes_on(stack: Stack, tmp_path: Path) -> None:
    (worker,) = stack.up(workers=1)
    ids = feed_and_wait_for_the_middle(stack, "died", 200, tmp_path)
    docker("exec", "--detach", worker.id, "sh", "-c", "kill -KILL -1")
    wait_for("it was started again", lambda: inspected(worker.id)["RestartCount"] == 1)
    assert_each_was_published_once(stack, ids)


def test_a_worker_that_is_stopped_commits_what_it_has_in_hand_and_ends_well(stack: Stack, tmp_path: Path) -> None:
    (worker,) = stack.up(workers=1)
    ids = feed_and_wait_for_the_middle(stack, "stopped", 400, tmp_path)
    stack.compose("stop", "worker")
    state = worker.state()
    assert (state["ExitCode"], state["OOMKilled"], state["Running"]) == (0, False, False)
    assert stack.stream.waiting() > 0
    assert stack.stream.read() == stack.stream.published().total()
    stack.up(workers=1)
    assert_each_was_published_once(stack, ids)
