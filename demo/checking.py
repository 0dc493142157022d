"""Whether the books balance: fed = published + skipped + rejected, and each id once."""

from collections import Counter
from collections.abc import Iterable, Iterator

import orjson

from demo.broker import Sent
from demo.inputs import Input

REASON = "news-worker-reason"


def complaints(fed: list[Input], published: list[Sent], dead: list[Sent], skipped: int) -> list[str]:
    """A sentence for everything that did not come out as it must; none when all is well."""
    return [
        *_repeated(published, "published"),
        *_repeated(dead, "sent to the dead letters"),
        *_balance(fed, published, dead, skipped),
        *_fates(fed, published, dead),
        *_ids(published),
    ]


def _repeated(sent: list[Sent], verb: str) -> Iterator[str]:
    for key, count in Counter(record.key for record in sent).items():
        if count > 1:
            yield f"{key} was {verb} {count} times."


def _balance(fed: list[Input], published: list[Sent], dead: list[Sent], skipped: int) -> Iterator[str]:
    if len(fed) != len(published) + len(dead) + skipped:
        yield (
            f"{len(fed)} records were fed, but {len(published)} published + {skipped} skipped + "
            f"{len(dead)} rejected are {len(published) + len(dead) + skipped}."
        )


def _fates(fed: list[Input], published: list[Sent], dead: list[Sent]) -> Iterator[str]:
    reasons = {record.key: record.headers.get(REASON, b"").decode() for record in dead}
    for item in fed:
        if item.trouble is None and item.id in reasons:
            yield f"{item.id} is a good page, but was rejected: {reasons[item.id]}."
        if item.trouble not in {None, "empty", reasons.get(item.id)}:
            yield f"{item.id} must be rejected as {item.trouble}, but was {reasons.get(item.id, 'not rejected')}."
    yield from _strangers(fed, published, "the output topic")
    yield from _strangers(fed, dead, "the dead letters")


def _strangers(fed: list[Input], sent: Iterable[Sent], where: str) -> Iterator[str]:
    known = {item.id for item in fed}
    for record in sent:
        if record.key not in known:
            yield f"{record.key} is in {where}, but was never fed."


def _ids(published: list[Sent]) -> Iterator[str]:
    for record in published:
        stated = orjson.loads(record.value).get("id")
        if stated != record.key:
            yield f"The record with the key {record.key} holds the article {stated}."
