"""The worker's topics as they should be, and how a topic falls short of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from worker.broker.client import DEAD_LETTER_ROOM_BYTES
from worker.settings import Settings

DAY_MILLISECONDS = 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A topic as it should be."""

    name: str
    partitions: int
    replication: int
    configs: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A topic as it is."""

    partitions: int
    replication: int
    leaderless: int
    configs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about a topic that is off, and how to mend it."""

    topic: str
    what: str
    mend: str


def planned(
    settings: Settings, partitions: int, replication: int, days: tuple[float, float] | None
) -> tuple[Plan, Plan, Plan]:
    """The three topics as they should be; `days` keep articles and dead letters, None leaves it open."""
    article_days, dead_letter_days = days or (None, None)
    fit = {
        "min.insync.replicas": str(max(1, replication - 1)),
        "cleanup.policy": "delete",
    }

    def plan(name: str, kept: float | None, size: int) -> Plan:
        configs = fit | {"max.message.bytes": str(size)}
        if kept is not None:
            configs["retention.ms"] = str(int(kept * DAY_MILLISECONDS))
        return Plan(name=name, partitions=partitions, replication=replication, configs=configs)

    topics, largest = settings.topics, settings.kafka.max_request_bytes
    return (
        plan(topics.input, article_days, largest),
        plan(topics.output, article_days, largest + DEAD_LETTER_ROOM_BYTES),
        plan(topics.dead_letters, dead_letter_days, largest + DEAD_LETTER_ROOM_BYTES),
    )


def compare(plan: Plan, found: Found | None, servers: str) -> Iterator[Fault]:
    """How a topic falls short of its plan; more partitions, replicas or bytes than planned are no fault."""
    tool = f"kafka-topics.sh --bootstrap-server {servers} --alter --topic {plan.name}"
    again = "Mend: news-worker topics create --mend"
    if found is None:
        yield Fault(plan.name, "is missing.", "Mend: news-worker topics create")
        return
    if found.leaderless:
        yield Fault(
            plan.name, f"{found.leaderless} partitions have no leader.", "Mend: start the brokers that are down."
        )
    if found.partitions < plan.partitions:
        what = f"{found.partitions} partitions, fewer than {plan.partitions}."
        yield Fault(plan.name, what, f"Mend (keys move to other partitions): {tool} --partitions {plan.partitions}")
    if found.replication < plan.replication:
        what = f"{found.replication} replicas, fewer than {plan.replication}: a broker's end can lose articles."
        yield Fault(plan.name, what, "Mend: kafka-reassign-partitions.sh, or make the topic anew.")
    for name, wanted in plan.configs.items():
        if (has := found.configs.get(name, "")) != wanted and not _generous(name, has, wanted, found):
            yield Fault(plan.name, f"{name} is {has}, not {wanted}.", again)


def _generous(name: str, has: str, wanted: str, found: Found) -> bool:
    match name:
        case "max.message.bytes":
            return int(has) >= int(wanted)
        case "min.insync.replicas":  # as many as there are replicas would stop the work at one broker's restart
            return int(wanted) <= int(has) < max(found.replication, 2)
        case _:
            return False
