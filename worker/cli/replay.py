"""Dead letters back to the input topic, exactly once."""

import itertools
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import InvalidProducerEpochError, ProducerFencedError
from kafka.structs import ConsumerGroupMetadata, OffsetAndMetadata

from worker.broker.producer import Producer
from worker.cli import clients, letters
from worker.cli.errors import CommandError
from worker.cli.letters import Letter
from worker.settings import Settings

TRANSACTION_LETTERS = 100


def group(settings: Settings, reason: str) -> str:
    """The consumer group that remembers how far the letters of a reason were replayed, and its transactional id.

    One a reason: a single offset could not tell what was left out from what was sent.
    """
    return f"{settings.kafka.group}-replay-{reason}"


def replay(settings: Settings, reason: str, *, dry_run: bool) -> int:
    """How many letters of this reason were sent (or would be): all that no replay has sent before.

    Offsets are read only after `init_transactions`, which ends the open transaction of a replay that died and shuts
    out one that still runs, so that what it may have sent is either remembered or gone.
    """
    name = group(settings, reason)
    with clients.consumer(settings, group_id=name) as consumer:
        if dry_run:
            return sum(1 for _ in _pending(consumer, settings, reason))
        with clients.transactional_producer(settings, name) as producer, _explained(name):
            producer.init_transactions()
            pending = _pending(consumer, settings, reason)
            return sum(_send(producer, settings, name, chunk) for chunk in _chunks(pending, TRANSACTION_LETTERS))


@contextmanager
def _explained(name: str) -> Iterator[None]:
    try:
        yield
    except (ProducerFencedError, InvalidProducerEpochError) as error:
        raise CommandError(f"Another replay ({name}) has taken over; nothing was sent twice, let it finish.") from error


def _pending(consumer: KafkaConsumer, settings: Settings, reason: str) -> Iterator[Letter]:
    topic = settings.topics.dead_letters
    known = [TopicPartition(topic, number) for number in consumer.partitions_for_topic(topic) or ()]
    start = {partition.partition: consumer.committed(partition) or 0 for partition in known}
    return (letter for letter in letters.read(consumer, topic, start) if letter.reason == reason)


def _send(producer: Producer, settings: Settings, name: str, chunk: list[Letter]) -> int:
    """One transaction: the letters, and the offsets after them. Every delivery is checked before the commit."""
    producer.begin_transaction()
    futures = [
        producer.send(settings.topics.input, key=letter.key, value=letter.value, headers=list(letter.headers))
        for letter in chunk
    ]
    producer.flush()
    for future in futures:
        future.get(0)
    after = {letter.partition: letter.offset + 1 for letter in chunk}
    offsets = {
        TopicPartition(settings.topics.dead_letters, partition): OffsetAndMetadata(offset, "", -1)
        for partition, offset in after.items()
    }
    producer.send_offsets_to_transaction(offsets, ConsumerGroupMetadata(name))
    producer.commit_transaction()
    return len(chunk)


def _chunks(pending: Iterable[Letter], size: int) -> Iterator[list[Letter]]:
    iterator = iter(pending)
    while chunk := list(itertools.islice(iterator, size)):
        yield chunk
