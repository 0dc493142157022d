"""`news-worker topics`: create the worker's topics, or check that they are fit for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

import typer
from kafka import KafkaAdminClient
from kafka.admin import ConfigResource, ConfigResourceType
from kafka.errors import TopicAlreadyExistsError

from worker.broker.client import DEAD_LETTER_ROOM_BYTES
from worker.cli import clients, options
from worker.exit_codes import ExitCode
from worker.settings import Settings

CREATE_HELP = """Create those of the input, output and dead-letter topics that are missing.

Topics that exist stay as they are, unless --mend is given.

[b]Examples[/b]

  news-worker topics create -b localhost:9092

  news-worker topics create --partitions 48 --retention-days 3 --mend
"""
CHECK_HELP = """Say what is wrong with the topics, and the command that mends it.

[b]Exit codes[/b]: 0 all is well · 1 something is off · 3 Kafka unreachable
"""
DAY_MILLISECONDS = 86_400_000
REPLICAS = 3

app = typer.Typer(no_args_is_help=True, help="Create the worker's topics, or check them.")
Partitions = Annotated[
    int, typer.Option("--partitions", min=1, help="Partitions of each topic: as many workers can share the work.")
]


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


@app.command(help=CREATE_HELP)
def create(
    partitions: Partitions = 12,
    replication: Annotated[
        int | None, typer.Option("--replication", min=1, help="Replicas of each partition; 3, or as many as brokers.")
    ] = None,
    retention_days: Annotated[
        float, typer.Option("--retention-days", min=0.01, help="How long articles are kept, raw and enriched.")
    ] = 7,
    dead_letter_days: Annotated[
        float, typer.Option("--dead-letter-days", min=0.01, help="How long dead letters are kept.")
    ] = 30,
    mend: Annotated[
        bool, typer.Option("--mend", help="Set the settings of existing topics where they are off.")
    ] = False,
    bootstrap_servers: options.BootstrapServers = None,
    config: options.Config = None,
    sets: options.Set = None,
) -> None:
    """Create what is missing, then tell what is off with what was there before."""
    settings = options.effective(config, sets, {"kafka.bootstrap_servers": bootstrap_servers})
    with clients.admin(settings) as admin:
        replication = replication or min(REPLICAS, len(admin.describe_cluster()["brokers"]))
        plans = planned(settings, partitions, replication, (retention_days, dead_letter_days))
        for plan in plans:
            typer.echo(f"{plan.name}: {_created(admin, plan)}")
        admin.wait_for_topics([plan.name for plan in plans])
        if mend:
            _mend(admin, plans)
        for fault in faults(admin, settings, plans):
            typer.echo(f"{fault.topic}: {fault.what} {fault.mend}", err=True)


@app.command(help=CHECK_HELP)
def check(
    partitions: Partitions = 1,
    bootstrap_servers: options.BootstrapServers = None,
    config: options.Config = None,
    sets: options.Set = None,
) -> None:
    """Exit 1 if anything is off."""
    settings = options.effective(config, sets, {"kafka.bootstrap_servers": bootstrap_servers})
    with clients.admin(settings) as admin:
        replication = min(REPLICAS, len(admin.describe_cluster()["brokers"]))
        plans = planned(settings, partitions, replication, None)
        found = list(faults(admin, settings, plans))
    for fault in found:
        typer.echo(f"{fault.topic}: {fault.what} {fault.mend}", err=True)
    if found:
        raise typer.Exit(ExitCode.FAILED)
    typer.echo(f"All is well with {', '.join(plan.name for plan in plans)}.")


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


def faults(admin: KafkaAdminClient, settings: Settings, plans: tuple[Plan, ...]) -> Iterator[Fault]:
    """What is off with the topics on the cluster."""
    for plan in plans:
        found = _found(admin, plan.name)
        yield from compare(plan, found, settings.kafka.bootstrap_servers)


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


def _found(admin: KafkaAdminClient, name: str) -> Found | None:
    topic = next(iter(admin.describe_topics([name])), None)
    if topic is None or topic["error_code"]:
        return None
    resource = ConfigResource(ConfigResourceType.TOPIC, name)
    configs = admin.describe_configs([resource], config_filter="all")["topic"][name]
    partitions = topic["partitions"]
    return Found(
        partitions=len(partitions),
        replication=min(len(partition["replica_nodes"]) for partition in partitions),
        leaderless=sum(partition["leader_id"] < 0 for partition in partitions),
        configs={key: str(entry["value"]) for key, entry in configs.items()},
    )


def _created(admin: KafkaAdminClient, plan: Plan) -> str:
    topic = {
        "num_partitions": plan.partitions,
        "replication_factor": plan.replication,
        "configs": dict(plan.configs),
    }
    try:
        admin.create_topics({plan.name: topic})
    except TopicAlreadyExistsError:
        return "exists already"
    return f"created, {plan.partitions} partitions, {plan.replication} replicas"


def _mend(admin: KafkaAdminClient, plans: tuple[Plan, ...]) -> None:
    resources = [ConfigResource(ConfigResourceType.TOPIC, plan.name, dict(plan.configs)) for plan in plans]
    admin.alter_configs(resources)
