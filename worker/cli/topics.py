"""`news-worker topics`: create the worker's topics, or check that they are fit for it."""

from collections.abc import Iterator
from typing import Annotated

import typer
from kafka import KafkaAdminClient
from kafka.admin import ConfigResource, ConfigResourceType
from kafka.errors import TopicAlreadyExistsError

from worker.cli import clients, options
from worker.cli.fitness import Fault, Found, Plan, compare, planned
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
REPLICAS = 3

app = typer.Typer(no_args_is_help=True, help="Create the worker's topics, or check them.")
Partitions = Annotated[
    int, typer.Option("--partitions", min=1, help="Partitions of each topic: as many workers can share the work.")
]


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


def faults(admin: KafkaAdminClient, settings: Settings, plans: tuple[Plan, ...]) -> Iterator[Fault]:
    """What is off with the topics on the cluster."""
    for plan in plans:
        found = _found(admin, plan.name)
        yield from compare(plan, found, settings.kafka.bootstrap_servers)


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
