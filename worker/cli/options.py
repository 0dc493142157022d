"""The flags that several commands share, and the settings that come of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from worker.cli.errors import UsageError
from worker.cli.sources import Format
from worker.settings import Settings, SettingsError, assignments, load

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, patterns, or - for stdin.")]
FileFormat = Annotated[
    Format | None, typer.Option("--format", help="What the inputs are, where their suffix does not say or is wrong.")
]
Config = Annotated[
    Path | None,
    typer.Option("--config", "-c", help="Settings file (TOML). Else config/worker.toml, where there is one."),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set", help="Any setting, as section.field=value; may be repeated. `news-worker settings` lists them."
    ),
]
BootstrapServers = Annotated[
    str | None, typer.Option("--bootstrap-servers", "-b", help="Kafka brokers, as host:port, comma-separated.")
]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes", "-p", min=0, help="Child processes; one a core if not given, 0 to work inside the parent."
    ),
]
Model = Annotated[str | None, typer.Option("--model", help="Any installed spaCy pipeline, by package name or path.")]
Steps = Annotated[
    str | None, typer.Option("--steps", help="Enrichments to run, comma-separated; '' for none, all if not given.")
]


def names(given: str | None) -> tuple[str, ...] | None:
    """A comma-separated list; None where the flag was not given."""
    return None if given is None else tuple(name.strip() for name in given.split(",") if name.strip())


def effective(config: Path | None, sets: list[str] | None, flags: Mapping[str, object]) -> Settings:
    """Defaults < file < environment < `--set` < the flags that were given, keyed `section.field`."""
    given = {name: value for name, value in flags.items() if value is not None}
    try:
        return load(config, assignments(sets or []) | given)
    except SettingsError as error:
        raise UsageError(str(error)) from error
