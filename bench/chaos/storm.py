"""One run: start everything, inflict the faults, wait for the dust to settle, judge."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kafka import KafkaAdminClient

from bench.chaos.feeder import Feeder
from bench.chaos.fleet import Fleet
from bench.chaos.ledger import Reader, Verdict, judge
from bench.chaos.schedule import Kind, schedule
from localkafka import LocalKafka
from worker.settings import Settings, Topics

PARTITIONS = 6
QUIET_SECONDS = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be done."""

    seed: int
    messages: int
    faults: int
    workers: int
    seconds: float
    """After so long it is over, and what is missing counts as lost."""
    feed_seconds: float
    kinds: tuple[Kind, ...] = tuple(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of it."""

    verdict: Verdict
    faults: int
    ends: list[int]
    """Exit codes of workers that ended by themselves and were started again."""
    exits: list[int]
    """Exit codes at the end, when they were asked to stop."""
    seconds: float


Say = Callable[[str], None]
Show = Callable[[int, int, int], None]
"""Fed, published, faults."""


def storm(kafka: LocalKafka, plan: Plan, folder: Path, say: Say, show: Show) -> Result:
    """Run the plan on a cluster of three; the folder is for the workers' logs."""
    began = time.monotonic()
    topics = Topics(
        input=f"chaos-{plan.seed}.in", output=f"chaos-{plan.seed}.out", dead_letters=f"chaos-{plan.seed}.dead"
    )
    create(kafka, topics)
    fleet = Fleet(settings(kafka, topics), kafka, folder)
    readers = [Reader(kafka.bootstrap_servers, topic) for topic in (topics.output, topics.dead_letters)]
    feeder = Feeder(kafka.bootstrap_servers, topics.input, plan.messages, plan.feed_seconds)
    try:
        for number in range(plan.workers):
            fleet.start(str(number))
        for thread in (*readers, feeder):
            thread.start()
        done = inflict(plan, fleet, say, lambda faults: show(feeder.count, readers[0].count, faults), began)
        kafka.heal()
        settle(plan, fleet, feeder, readers, lambda: show(feeder.count, readers[0].count, done), began)
        exits = fleet.stop()
    finally:
        fleet.kill()
    for reader in readers:
        reader.stop()
    if feeder.errors:
        raise RuntimeError(f"The feeder failed, so this run says nothing: {feeder.errors[0]!r}")
    verdict = judge(feeder.fed, readers[0].books, readers[1].books)
    return Result(verdict=verdict, faults=done, ends=fleet.ends, exits=exits, seconds=time.monotonic() - began)


def inflict(plan: Plan, fleet: Fleet, say: Say, show: Callable[[int], None], began: float) -> int:
    """One fault after the other; how many there was time for."""
    done = 0
    wait(2.0, fleet, lambda: show(0))
    for fault in schedule(plan.seed, plan.faults, plan.kinds):
        if time.monotonic() - began > plan.seconds:
            break
        at = time.monotonic() - began
        whom = fleet.inflict(fault)
        done += 1
        say(f"{at:6.1f} s  {fault.kind.value}: {whom}, {fault.seconds:.1f} s")
        wait(fault.pause, fleet, lambda done=done: show(done))  # type: ignore[misc]  # mypy cannot infer such a lambda
    return done


def settle(
    plan: Plan, fleet: Fleet, feeder: Feeder, readers: list[Reader], show: Callable[[], None], began: float
) -> None:
    """Wait until all is fed and has come out, or the time is over; and then whether more comes, which must not."""
    while time.monotonic() - began < plan.seconds:
        if not feeder.is_alive() and sum(reader.count for reader in readers) >= feeder.count:
            break
        wait(0.5, fleet, show)
    wait(QUIET_SECONDS, fleet, show)


def wait(seconds: float, fleet: Fleet, show: Callable[[], None]) -> None:
    """Pass the time, tending the fleet."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        fleet.tend()
        show()
        time.sleep(0.1)


def create(kafka: LocalKafka, topics: Topics) -> None:
    """The three topics."""
    admin = KafkaAdminClient(bootstrap_servers=kafka.bootstrap_servers)
    try:
        wanted = {name: {"num_partitions": PARTITIONS} for name in topics.model_dump().values()}
        admin.create_topics(wanted, wait_for_metadata=True)
    finally:
        admin.close()


def settings(kafka: LocalKafka, topics: Topics) -> Settings:
    """The defaults, but for a session short enough that a frozen worker loses its partitions."""
    return Settings.model_validate(
        {
            "kafka": {
                "bootstrap_servers": kafka.bootstrap_servers,
                "group": topics.input,
                "session_timeout_seconds": 6,
                "request_timeout_seconds": 8,
            },
            "topics": topics,
            "pool": {"processes": 2},
            "batch": {"transaction_records": 32, "max_records": 128},
            "dead_letters": {"flood_run": 1000, "flood_window": 1000},
        }
    )
