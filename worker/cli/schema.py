"""`news-worker schema`: the contract of what is published."""

from pathlib import Path
from typing import Annotated

import orjson
import typer

from worker.cli.errors import UsageError

HELP = """Print the JSON Schema (2020-12) of the published documents, made from the worker's types.

[b]Examples[/b]

  news-worker schema

  news-worker schema -o config/enriched-article.schema.json
"""


def schema(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; standard output if not given.")
    ] = None,
) -> None:
    """Print the schema, or write it to a file."""
    text = published_schema()
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_bytes(text)
    except OSError as error:
        raise UsageError(f"Cannot write {output}: {error.strerror}.") from error


def published_schema() -> bytes:
    """The schema of what every step together publishes, as the file in config/ has it."""
    from worker import steps, wire  # noqa: PLC0415 - spaCy takes two seconds, which --help must not

    return orjson.dumps(wire.schema(steps.sections()), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
