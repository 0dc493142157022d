"""The books: what went in, what came out, and whether they agree."""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import orjson
from kafka import KafkaConsumer, TopicPartition

Messages = Mapping[bytes, list[int]]
"""For each key the numbers of its messages, as they were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How many messages were lost, came twice, or came in the wrong order."""

    published: int
    dead_letters: int
    lost: int
    duplicated: int
    out_of_order: int

    @property
    def holds(self) -> bool:
        """Exactly once and in order."""
        return not (self.lost or self.duplicated or self.out_of_order)


def judge(fed: Messages, published: Messages, dead: Messages) -> Verdict:
    """Each message meets one fate; those of one key are published in order."""
    expected, seen = (Counter(_pairs(books)) for books in (fed, published))
    seen_dead = Counter(_pairs(dead))
    fates = seen + seen_dead
    return Verdict(
        published=seen.total(),
        dead_letters=seen_dead.total(),
        lost=(expected - fates).total(),
        duplicated=(fates - expected).total(),
        out_of_order=sum(after < before for numbers in published.values() for before, after in pairwise(numbers)),
    )


def _pairs(books: Messages) -> Iterable[tuple[bytes, int]]:
    return ((key, number) for key, numbers in books.items() for number in numbers)


class Reader(threading.Thread):
    """Reads a topic as a downstream consumer would, committed records only, while the chaos goes on."""

    def __init__(self, bootstrap_servers: str, topic: str) -> None:
        super().__init__(name=f"reader of {topic}", daemon=True)
        self.books: defaultdict[bytes, list[int]] = defaultdict(list)
        self.count = 0
        self._stopping = threading.Event()
        self._consumer = KafkaConsumer(
            bootstrap_servers=bootstrap_servers,
            isolation_level="read_committed",
            auto_offset_reset="earliest",
            enable_auto_commit=False,
            request_timeout_ms=8000,
            reconnect_backoff_max_ms=1000,
        )
        partitions = self._consumer.partitions_for_topic(topic)
        self._consumer.assign([TopicPartition(topic, number) for number in partitions])

    def run(self) -> None:
        """Until stopped, and then up to the end."""
        while not self._stopping.is_set() or self._behind():
            for records in self._consumer.poll(500).values():
                for record in records:
                    self.books[record.key].append(number_of(record.value))
                self.count += len(records)
        self._consumer.close()

    def stop(self) -> None:
        """Read to the end and be done."""
        self._stopping.set()
        self.join(60)

    def _behind(self) -> bool:
        ends = self._consumer.end_offsets(list(self._consumer.assignment()))
        return any(self._consumer.position(partition) < end for partition, end in ends.items())


def number_of(value: bytes) -> int:
    """The number that a message carries, in and out."""
    text = orjson.loads(value)["text"] if value.startswith(b"{") else value.decode()
    return int(text.split()[1])


def message(key: bytes, number: int) -> bytes:
    """What is fed: its key, its number, and some words."""
    return b"%s %d goes through the storm" % (key, number)
