"""`news-worker run`: the worker itself."""

from typing import Annotated, Literal

import typer

from worker import app
from worker.cli import options

HELP = """Consume raw articles and publish enriched ones, exactly once.

SIGTERM or Ctrl-C: the batch in hand is finished and committed within
service.drain_seconds, then the group is left; a second signal ends at once.
Metrics, /healthz and /readyz are on telemetry.port.

[b]Settings[/b]: defaults < config/worker.toml or --config < environment
NEWS_WORKER__SECTION__FIELD < flags. `news-worker settings` shows them.

[b]Examples[/b]

  news-worker run --bootstrap-servers kafka:9092

  news-worker run --group try-out --processes 2 --set batch.max_records=64

[b]Exit codes[/b]: 0 stopped in good order · 1 unexpected · 2 wrong settings ·
3 Kafka unreachable, or another worker with the same group and ordinal has
taken over · 4 a Kafka call never answered · 5 too many dead letters ·
6 the drain took too long · 130 second signal
"""


def run(
    config: options.Config = None,
    bootstrap_servers: options.BootstrapServers = None,
    group: Annotated[str | None, typer.Option("--group", "-g", help="Consumer group.")] = None,
    ordinal: Annotated[
        str | None, typer.Option("--ordinal", help="Tells this worker from the group's others, stable over restarts.")
    ] = None,
    input_topic: Annotated[str | None, typer.Option("--input", help="Topic of raw articles.")] = None,
    output_topic: Annotated[str | None, typer.Option("--output", help="Topic of enriched articles.")] = None,
    dead_letters: Annotated[str | None, typer.Option("--dead-letters", help="Topic of rejected records.")] = None,
    processes: options.Processes = None,
    model: options.Model = None,
    steps: options.Steps = None,
    metrics_port: Annotated[
        int | None, typer.Option("--metrics-port", min=0, max=65535, help="Metrics and health; 0 takes any free port.")
    ] = None,
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"] | None, typer.Option("--log-level")] = None,
    log_format: Annotated[Literal["json", "text"] | None, typer.Option("--log-format")] = None,
    sets: options.Set = None,
) -> None:
    """Run until told to stop; the exit code says how it ended."""
    flags: dict[str, object] = {
        "kafka.bootstrap_servers": bootstrap_servers,
        "kafka.group": group,
        "kafka.ordinal": ordinal,
        "topics.input": input_topic,
        "topics.output": output_topic,
        "topics.dead_letters": dead_letters,
        "pool.processes": processes,
        "nlp.model": model,
        "nlp.steps": options.names(steps),
        "telemetry.port": metrics_port,
        "telemetry.log_level": log_level,
        "telemetry.log_format": log_format,
    }
    settings = options.effective(config, sets, flags)
    raise typer.Exit(int(app.run(settings)))
