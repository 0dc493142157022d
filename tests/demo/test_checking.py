"""The demo's books: what it complains of."""

import orjson
import pytest

from demo.broker import Sent
from demo.checking import REASON, complaints
from demo.inputs import Input

GOOD = Input(id="a", value=b"{}")
BAD = Input(id="b", value=b"\xff", trouble="undecodable")
EMPTY = Input(id="c", value=b"", trouble="empty")
FED = [GOOD, BAD, EMPTY]


def article(key: str, stated: str | None = None) -> Sent:
    return Sent(key=key, value=orjson.dumps({"id": stated or key}), headers={})


def letter(key: str, reason: str) -> Sent:
    return Sent(key=key, value=b"", headers={REASON: reason.encode()})


def test_nothing_is_complained_of_when_the_books_balance() -> None:
    assert complaints(FED, [article("a")], [letter("b", "undecodable")], skipped=1) == []


@pytest.mark.parametrize(
    ("published", "dead", "skipped", "said"),
    [
        ([article("a"), article("a")], [letter("b", "undecodable")], 0, "a was published 2 times"),
        ([article("a")], [letter("b", "undecodable")] * 2, 0, "b was sent to the dead letters 2 times"),
        ([], [letter("b", "undecodable")], 1, "3 records were fed, but 0 published + 1 skipped + 1 rejected are 2"),
        ([], [letter("a", "error"), letter("b", "undecodable")], 1, "a is a good page, but was rejected: error"),
        ([article("a"), article("b")], [], 1, "b must be rejected as undecodable, but was not rejected"),
        ([article("a")], [letter("b", "error")], 1, "b must be rejected as undecodable, but was error"),
        ([article("a"), article("z")], [letter("b", "undecodable")], 0, "z is in the output topic, but was never fed"),
        ([article("a", "q")], [letter("b", "undecodable")], 1, "The record with the key a holds the article q"),
    ],
)
def test_each_kind_of_disorder_is_named(published: list[Sent], dead: list[Sent], skipped: int, said: str) -> None:
    assert any(said in sentence for sentence in complaints(FED, published, dead, skipped))
