"""Each hazard of the client on a real cluster of three, twice: with its guard, and with the guard taken out.

The second run is the proof that the first one shows anything: without the guard the loss or the duplicate is there.
"""

import threading
from collections import Counter
from dataclasses import replace

import pytest
from kafka import KafkaConsumer, KafkaProducer, OffsetAndMetadata, TopicPartition
from kafka.errors import CommitFailedError

from localkafka import LocalKafka
from tests.broker.cluster_state import place_topics, rebalancing
from tests.broker.harness import (
    Echo,
    committed,
    numbered,
    produce,
    running,
    settings,
    start,
    until,
    watching,
)
from tests.conftest import create_topics
from worker.broker import FencedError, Loop, client, consumer
from worker.broker.consumer import Member
from worker.broker.publisher import Publisher
from worker.broker.records import Batch
from worker.broker.recovery import Recovery
from worker.broker.transaction import Transactions
from worker.broker.watchdog import Watchdog
from worker.settings import Settings, Topics

pytestmark = pytest.mark.kafka
guarded = pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "unguarded"])


def parts(settings: Settings) -> tuple[Member, Transactions]:
    """The loop's input and output, to be driven by hand."""
    watchdog = Watchdog(60.0)
    return Member(settings, watchdog), Transactions(settings, watchdog)


def share(first: Member, second: Member) -> tuple[TopicPartition, TopicPartition]:
    """Have two members join, and poll both until each owns one of the two partitions."""
    shared = threading.Event()

    def keep_polling(member: Member) -> None:
        while not shared.is_set():
            member.poll(1, 0.2)

    # At the same time: the client throws a join away that is answered while it is not polled, and begins anew.
    threads = [threading.Thread(target=keep_polling, args=(member,)) for member in (first, second)]
    for thread in threads:
        thread.start()
    until(lambda: len(first.assigned) == len(second.assigned) == 1, "each member owns one partition")
    shared.set()
    for thread in threads:
        thread.join()
    return next(iter(first.assigned)), next(iter(second.assigned))


@guarded
def test_t1_offsets_of_a_failed_transaction_do_not_leak_into_the_next(
    cluster: LocalKafka, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    topics = create_topics(cluster, 2)
    ours, theirs = settings(cluster, topics, "ours"), settings(cluster, topics, "theirs")
    (member, transactions), (other, others_transactions) = parts(ours), parts(theirs)
    recovery = Recovery(ours, member, transactions)
    recovery.mend()
    others_transactions.renew()
    other.open()
    mine, lost = share(member, other)
    stale = member.membership()._replace(generation_id=member.membership().generation_id - 1)
    if not guarded:
        monkeypatch.setattr(Transactions, "renew", lambda self: self._producer.abort_transaction())

    with pytest.raises(CommitFailedError) as failure:
        transactions.commit([], {lost: OffsetAndMetadata(3, "", -1)}, stale)
    others_transactions.commit([], {lost: OffsetAndMetadata(9, "", -1)}, other.membership())
    recovery.after(failure.value)
    recovery.mend()
    transactions.commit([], {mine: OffsetAndMetadata(1, "", -1)}, member.membership())

    offsets = committed(cluster, topics.input, topics.input)
    assert offsets == {mine.partition: 1, lost.partition: 9 if guarded else 3}
    for part in (member, other, transactions, others_transactions):
        part.close()


@guarded
def test_t2_a_record_that_expired_is_not_taken_for_published(
    cluster: LocalKafka, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    topics, lonely = place_topics(cluster, f"t2-{guarded}", "0")
    if not guarded:
        monkeypatch.setattr(Transactions, "_check", lambda *_: None)
    (first, second) = numbered(2)
    patience = {  # above the three seconds after which the cluster's own topics go on without the broker to be frozen
        "delivery_timeout_seconds": 9.0,
        "request_timeout_seconds": 7.0,
        "transaction_timeout_seconds": 30.0,
        "session_timeout_seconds": 30.0,
    }
    with (
        running(settings(cluster, topics, client=patience)) as worker,
        watching(cluster, topics.output) as eye,
        KafkaProducer(bootstrap_servers=cluster.bootstrap_servers) as producer,
    ):
        producer.send(topics.input, first[1])
        assert eye.until(1) == [first[1]]
        cluster.pause(lonely)
        producer.send(topics.input, second[1])
        if guarded:
            until(lambda: worker.value("transaction_failures_total", kind="timeout") > 0, "the failure is seen")
        else:
            until(lambda: worker.value("records_published_total") == 2, "both count as published")
        cluster.resume(lonely)
        if guarded:
            assert eye.until(2) == [first[1], second[1]]
    assert committed(cluster, topics.input, topics.input) == {0: 2}
    with watching(cluster, topics.output) as eye:
        assert eye.read() == [first[1], second[1]] if guarded else [first[1]]


@pytest.mark.parametrize("guards", ["all", "snapshot alone", "none"])
def test_t4_who_was_dropped_for_its_slowness_cannot_commit(
    cluster: LocalKafka, monkeypatch: pytest.MonkeyPatch, guards: str
) -> None:
    topics = create_topics(cluster, 1)
    release = threading.Event()
    processor = Echo(release)
    if guards != "all":
        monkeypatch.setattr(Publisher, "_check_time", lambda *_: None)
    produce(cluster, topics.input, numbered(5))
    slow = start(settings(cluster, topics, "slow", client={"max_poll_interval_seconds": 2.0}), processor)
    until(lambda: slow.value("records_consumed_total") == 5, "the slow one has the records")
    if guards == "none":
        late = slow.loop._member.membership
        commit = Transactions.commit
        monkeypatch.setattr(
            Transactions,
            "commit",
            lambda self, records, offsets, snapshot: commit(
                self, records, offsets, late() if self is slow.loop._transactions else snapshot
            ),
        )
    with running(settings(cluster, topics, "quick")), watching(cluster, topics.output) as eye:
        eye.until(5)
        release.set()
        if guards == "none":
            until(lambda: slow.value("records_published_total") == 5, "the zombie has committed")
        else:
            kind = "too-late" if guards == "all" else "membership"
            until(lambda: slow.value("transaction_failures_total", kind=kind) == 1, "the zombie was refused")
        slow.finish()
        copies = 2 if guards == "none" else 1
        assert Counter(eye.read()) == {value: copies for _, value in numbered(5)}


class Pipelined(Loop):
    """Polls on while it holds uncommitted records, and commits them all together later: what T5 forbids."""

    go_on = threading.Event()
    fresh_membership = True

    def _work_off(self, batch: Batch) -> None:
        records = list(batch.records)
        while not self.go_on.is_set():
            more = self._member.poll(500, 0.1)
            records += more.records if more else ()
        membership = self._member.membership() if self.fresh_membership else batch.membership
        super()._work_off(replace(batch, records=tuple(records), membership=membership))


class PipelinedWithSnapshot(Pipelined):
    """The same, but it commits as the member that it was when it polled."""

    fresh_membership = False


@pytest.mark.parametrize(
    ("kind", "copies"),
    [(Loop, 1), (PipelinedWithSnapshot, 1), (Pipelined, 2)],
    ids=["guarded", "snapshot", "unguarded"],
)
def test_t5_no_partition_changes_hands_while_its_records_are_in_work(
    cluster: LocalKafka, kind: type[Loop], copies: int
) -> None:
    topics = create_topics(cluster, 2)
    Pipelined.go_on.clear()
    held = threading.Event()
    processor = Echo(held)
    for partition in (0, 1):
        produce(cluster, topics.input, numbered(5, first=5 * partition), partition)
    first = start(settings(cluster, topics, "first"), processor, kind)
    until(lambda: first.loop._health.assigned, "the first one owns the partitions")
    if kind is Loop:
        until(lambda: first.value("records_consumed_total") > 0, "the first one is at work")
    second = start(settings(cluster, topics, "second"))
    with watching(cluster, topics.output) as eye:
        if kind is Loop:
            until(lambda: rebalancing(cluster, topics.input), "the second one waits for the first to poll")
        else:
            eye.until(5)
        held.set()
        Pipelined.go_on.set()
        if kind is Pipelined:
            until(lambda: first.value("records_published_total") >= 10, "the first one has committed all")
        counts = Counter(eye.until(10))
        assert set(counts) == {value for _, value in numbered(10)}
        assert max(counts.values()) == copies
    for worker in (first, second):
        worker.finish()


@guarded
def test_t9_a_fenced_static_member_ends(cluster: LocalKafka, monkeypatch: pytest.MonkeyPatch, guarded: bool) -> None:
    topics = create_topics(cluster, 1)
    if not guarded:
        monkeypatch.setattr(Recovery, "_give_up_if_fenced", lambda *_: None)
        monkeypatch.setattr(Member, "reopen", Member.rewind)  # nor T17's, which would fence the successor in turn
    ours = settings(cluster, topics, client={"static_member": True})
    worker = start(ours)
    until(lambda: worker.value("assigned_partitions") == 1, "the first one owns the partition")
    successor = KafkaConsumer(topics.input, **client.consumer_settings(ours))
    until(lambda: bool(successor.poll(100) or successor.assignment()), "the successor has its place")
    produce(cluster, topics.input, numbered(5))
    if guarded:
        assert isinstance(worker.failure(), FencedError)
    else:
        until(lambda: worker.value("transaction_failures_total", kind="membership") >= 3, "it tries again and again")
        assert worker.value("records_consumed_total") >= 3
        worker.finish()
    successor.close()
    with watching(cluster, topics.output) as eye:
        assert eye.read() == []


@guarded
def test_t10_a_new_owner_waits_for_the_end_of_its_predecessors_transaction(
    cluster: LocalKafka, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    topics = create_topics(cluster, 1)
    produce(cluster, topics.input, numbered(5))
    member, transactions = parts(settings(cluster, topics, "old", client={"transaction_timeout_seconds": 60.0}))
    producer = open_transaction(member, transactions, topics)
    if not guarded:
        safe = client.consumer_settings
        monkeypatch.setattr(
            consumer, "consumer_settings", lambda settings: safe(settings) | {"isolation_level": "read_uncommitted"}
        )
    with running(settings(cluster, topics, "new")) as worker, watching(cluster, topics.output) as eye:
        until(lambda: worker.value("assigned_partitions") == 1, "the new one owns the partition")
        if not guarded:
            until(lambda: worker.value("records_published_total") == 5, "it did not wait")
        producer.commit_transaction()
        produce(cluster, topics.input, numbered(5, first=5))
        copies = 1 if guarded else 2
        expected = {value: copies for _, value in numbered(5)} | {value: 1 for _, value in numbered(5, first=5)}
        assert Counter(eye.until(sum(expected.values()))) == expected
    transactions.close()


def open_transaction(member: Member, transactions: Transactions, topics: Topics) -> KafkaProducer:
    """The predecessor: has sent outputs and offsets, has lost its partition, and has not committed yet."""
    member.open()
    transactions.renew()
    batch = None
    while batch is None:
        batch = member.poll(5, 0.1)
    producer = transactions._producer
    assert producer is not None
    producer.begin_transaction()
    for record in batch.records:
        producer.send(topics.output, record.value, key=record.key)
    producer.flush()
    offsets = {TopicPartition(topics.input, 0): OffsetAndMetadata(5, "", -1)}
    producer.send_offsets_to_transaction(offsets, batch.membership)
    member.close()
    return producer
