"""From a record and its outcome to what is published: pure functions."""

from worker import __version__
from worker.broker.records import Incoming, Outgoing
from worker.model import Enriched, Outcome, Rejected, RejectReason, Stage
from worker.settings import Topics

PREFIX = "news-worker"
DETAIL_CHARACTERS = 1000


def outgoing(record: Incoming, outcome: Outcome, topics: Topics) -> Outgoing | None:
    """The article for the output topic, or the dead letter; None for what is skipped."""
    if isinstance(outcome, Enriched):
        return enriched_article(record, outcome, topics.output)
    if isinstance(outcome, Rejected):
        return dead_letter(record, outcome, topics.dead_letters)
    return None


def enriched_article(record: Incoming, outcome: Enriched, topic: str) -> Outgoing:
    """The document under its input's key, so that articles of one key stay in order; else under its own id."""
    headers = (("content-type", b"application/json"), (f"{PREFIX}-version", __version__.encode()), *origin(record))
    key = outcome.id.encode() if record.key is None else record.key
    return Outgoing(topic=topic, key=key, value=outcome.document, headers=headers)


def dead_letter(record: Incoming, rejected: Rejected, topic: str) -> Outgoing:
    """The record as it came, byte for byte, and headers that say where it lay and what was wrong with it."""
    facts = {
        "stage": rejected.stage.value,
        "reason": rejected.reason.value,
        "detail": rejected.detail[:DETAIL_CHARACTERS],
        "timestamp": str(record.timestamp_ms),
        "version": __version__,
        "exception": _exception(rejected),
        # The client cannot send a header without a value; its name here tells it from an empty one.
        "null-headers": ",".join(name for name, value in record.headers if value is None),
    }
    ours = tuple((f"{PREFIX}-{name}", fact.encode(errors="replace")) for name, fact in facts.items() if fact)
    theirs = tuple((name, value or b"") for name, value in record.headers)
    return Outgoing(topic=topic, key=record.key, value=record.value or b"", headers=(*theirs, *ours, *origin(record)))


def origin(record: Incoming) -> tuple[tuple[str, bytes], ...]:
    """Where the record lay in the input."""
    return (
        (f"{PREFIX}-topic", record.topic.encode()),
        (f"{PREFIX}-partition", str(record.partition).encode()),
        (f"{PREFIX}-offset", str(record.offset).encode()),
    )


def too_large(outcome: Enriched, size: int, limit: str) -> Rejected:
    """The rejection of a document that does not fit; its record goes to the dead letters in its stead."""
    detail = f"the document takes {size} bytes, more than {limit}"
    return Rejected(stage=Stage.ENCODE, reason=RejectReason.TOO_LARGE, detail=detail, id=outcome.id)


def _exception(rejected: Rejected) -> str:
    """The class's name, which stands before the colon of an error's detail."""
    name = rejected.detail.partition(":")[0]
    return name if rejected.reason is RejectReason.ERROR and name.isidentifier() else ""
