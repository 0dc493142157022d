"""`news-worker settings`: what the worker would run with, and from where."""

from collections.abc import Mapping
from typing import Annotated

import orjson
import typer

from worker.cli import options
from worker.cli.errors import UsageError
from worker.settings import Effective, SettingsError, assignments, load_effective
from worker.settings.template import template as settings_template
from worker.settings.template import toml_value

HELP = """Print the effective settings, each with its source, or what is wrong with them. Secrets are not shown.

[b]Settings[/b]: defaults < config/worker.toml or --config < environment NEWS_WORKER__SECTION__FIELD < flags.

[b]Examples[/b]

  news-worker settings

  NEWS_WORKER__KAFKA__GROUP=try-out news-worker settings --set batch.max_records=64 --json

  news-worker settings --template > config/worker.toml

[b]Exit codes[/b]: 0 the worker would start with these · 2 it would not; each mistake is named, with what to change
"""


def settings(
    config: options.Config = None,
    sets: options.Set = None,
    json: Annotated[
        bool, typer.Option("--json", help='One JSON object: {"section.field": {"value", "source"}}.')
    ] = False,
    template: Annotated[
        bool, typer.Option("--template", help="A settings file with every default and what it means, instead.")
    ] = False,
) -> None:
    """Print what the worker would run with."""
    if template:
        typer.echo(settings_template(), nl=False)
        return
    try:
        effective = load_effective(config, assignments(sets or []))
    except SettingsError as error:
        raise UsageError(str(error)) from error
    typer.echo(as_json(effective) if json else as_toml(effective), nl=False)


def as_toml(effective: Effective) -> str:
    """The settings as TOML, with the source of each value behind it; what is not set is a comment."""
    lines = []
    for section, fields in _by_section(effective).items():
        assigned = {field: _assignment(field, value) for field, value in fields.items()}
        width = min(max(map(len, assigned.values())), 60)
        lines += [f"[{section}]"]
        lines += [f"{text:{width}}  # {_source(effective, f'{section}.{field}')}" for field, text in assigned.items()]
        lines += [""]
    return "\n".join(lines)


def as_json(effective: Effective) -> bytes:
    """The same for machines."""
    table = {
        f"{section}.{field}": {"value": value, "source": _source(effective, f"{section}.{field}")}
        for section, fields in _by_section(effective).items()
        for field, value in fields.items()
    }
    return orjson.dumps(table, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _by_section(effective: Effective) -> Mapping[str, Mapping[str, object]]:
    """The values as JSON has them; pydantic puts asterisks for secrets."""
    dumped: Mapping[str, Mapping[str, object]] = effective.settings.model_dump(mode="json")
    return dumped


def _assignment(field: str, value: object) -> str:
    return f"# {field} is not set" if value is None else f"{field} = {toml_value(value)}"


def _source(effective: Effective, key: str) -> str:
    return effective.sources.get(key, "default")
