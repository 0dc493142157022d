"""Settings against each other: what would fail later, or silently, said at the start."""

from collections.abc import Iterator
from math import ceil

from worker.settings.routes import check_routes
from worker.settings.sections import Settings
from worker.settings.security import check_sasl, check_tls


def check(settings: Settings) -> tuple[str, ...]:
    """A sentence for each mistake, that says what to change; none for settings that fit each other."""
    return tuple(sentence for rule in RULES for sentence in rule(settings))


def worst_batch_seconds(settings: Settings) -> float:
    """What a batch takes where everything goes wrong that the worker survives.

    Its estimated time, one chunk that runs into its deadline and is then tried record by record, each to its own
    deadline, and every transaction as slow as the client's timeouts allow: the sending, then adding the offsets,
    sending them, and the commit.
    """
    kafka, pool, batch = settings.kafka, settings.pool, settings.batch
    transaction = kafka.delivery_timeout_seconds + 3 * kafka.request_timeout_seconds
    seconds = batch.max_seconds + ceil(batch.max_records / batch.transaction_records) * transaction
    if pool.processes == 0:
        return seconds
    one_by_one = pool.chunk_records * pool.record_deadline_seconds
    return seconds + min(one_by_one, pool.chunk_deadline_seconds) + one_by_one


def _poll_interval(settings: Settings) -> Iterator[str]:
    kafka, worst = settings.kafka, worst_batch_seconds(settings)
    if worst >= kafka.max_poll_interval_seconds:
        yield (
            f"A batch may take {worst:g} s in the worst case, and after kafka.max_poll_interval_seconds "
            f"({kafka.max_poll_interval_seconds:g}) the worker loses its partitions: raise that above "
            f"{worst:g}, or raise batch.transaction_records, or lower batch.max_records, batch.max_seconds, "
            "pool.chunk_records or pool.record_deadline_seconds."
        )
    if kafka.session_timeout_seconds >= kafka.max_poll_interval_seconds:
        yield (
            f"kafka.session_timeout_seconds ({kafka.session_timeout_seconds:g}) must be below "
            f"kafka.max_poll_interval_seconds ({kafka.max_poll_interval_seconds:g})."
        )


def _deadlines(settings: Settings) -> Iterator[str]:
    pool, service, kafka = settings.pool, settings.service, settings.kafka
    if pool.chunk_deadline_seconds < pool.record_deadline_seconds:
        yield (
            f"pool.chunk_deadline_seconds ({pool.chunk_deadline_seconds:g}) must be at least "
            f"pool.record_deadline_seconds ({pool.record_deadline_seconds:g}): a chunk may hold one slow record."
        )
    slowest = max(kafka.delivery_timeout_seconds + kafka.request_timeout_seconds, pool.chunk_deadline_seconds)
    if service.stall_seconds <= slowest:
        yield (
            f"service.stall_seconds ({service.stall_seconds:g}) must be above {slowest:g}, which a chunk "
            "(pool.chunk_deadline_seconds) or a write (kafka.delivery_timeout_seconds + request_timeout_seconds) may "
            "take without being stuck."
        )
    if service.drain_seconds >= kafka.max_poll_interval_seconds:
        yield (
            f"service.drain_seconds ({service.drain_seconds:g}) must be below kafka.max_poll_interval_seconds "
            f"({kafka.max_poll_interval_seconds:g}), after which the drained batch is another worker's."
        )


def _deliveries(settings: Settings) -> Iterator[str]:
    kafka = settings.kafka
    if kafka.delivery_timeout_seconds <= kafka.request_timeout_seconds:
        yield (
            f"kafka.delivery_timeout_seconds ({kafka.delivery_timeout_seconds:g}) must be above "
            f"kafka.request_timeout_seconds ({kafka.request_timeout_seconds:g}), or no write is ever tried twice."
        )
    if kafka.retry_backoff_milliseconds >= kafka.request_timeout_seconds * 1000:
        yield (
            f"kafka.retry_backoff_milliseconds ({kafka.retry_backoff_milliseconds}) must be below "
            f"kafka.request_timeout_seconds ({kafka.request_timeout_seconds:g})."
        )


def _sizes(settings: Settings) -> Iterator[str]:
    kafka, batch, pool = settings.kafka, settings.batch, settings.pool
    needed = 2 * settings.input.max_bytes
    if kafka.max_request_bytes < needed:
        yield (
            f"kafka.max_request_bytes ({kafka.max_request_bytes}) must be at least {needed}, twice input.max_bytes "
            "(the document of a page carries its text, its annotations and JSON's escapes): raise it, and the topics' "
            "max.message.bytes with it, or lower input.max_bytes."
        )
    if batch.max_bytes < settings.input.max_bytes:
        yield (
            f"batch.max_bytes ({batch.max_bytes}) must be at least input.max_bytes ({settings.input.max_bytes}), "
            "or the largest page fits in no batch."
        )
    if pool.recycle_growth_bytes >= pool.max_child_bytes:
        yield (
            f"pool.recycle_growth_bytes ({pool.recycle_growth_bytes}) must be below pool.max_child_bytes "
            f"({pool.max_child_bytes}), or a growing child is ended with a record in hand before it is replaced."
        )


def _counts(settings: Settings) -> Iterator[str]:
    batch = settings.batch
    if batch.transaction_records > batch.max_records:
        yield (
            f"batch.transaction_records ({batch.transaction_records}) must be at most batch.max_records "
            f"({batch.max_records}): a transaction does not outlast its batch."
        )


def _topics(settings: Settings) -> Iterator[str]:
    topics = settings.topics.model_dump()
    for field, name in topics.items():
        twins = [other for other in topics if other < field and topics[other] == name]
        if twins:
            yield f"topics.{field} and topics.{twins[0]} are both {name}: give each topic its own name."
        if name in (".", ".."):
            yield f"topics.{field} cannot be {name}: Kafka does not allow that name."


def _brokers(settings: Settings) -> Iterator[str]:
    for broker in settings.kafka.bootstrap_servers.split(","):
        host, colon, port = broker.strip().rpartition(":")
        if not (host and colon and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
            yield f"kafka.bootstrap_servers: {broker.strip()!r} is not host:port, as in kafka-1:9092,kafka-2:9092."


def _routes(settings: Settings) -> Iterator[str]:
    yield from check_routes(settings.nlp)


RULES = (
    _brokers,
    check_sasl,
    check_tls,
    _topics,
    _poll_interval,
    _deadlines,
    _deliveries,
    _sizes,
    _counts,
    _routes,
)
