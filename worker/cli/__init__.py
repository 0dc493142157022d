"""The command line: each command in its own file, put together here."""

import os
import signal
import sys
from typing import Annotated

import typer
from typer.core import TyperGroup

from worker import __version__
from worker.app import EXITS, exit_code
from worker.cli import dead_letters, enrich, feed, run, schema, settings, topics
from worker.cli.errors import CommandError
from worker.exit_codes import ExitCode

HELP = """A streaming worker for a news firehose.

Raw pages in from Kafka, enriched articles out, exactly once.

[b]A first try[/b]

  news-worker enrich page.html --pretty

  news-worker topics create

  news-worker feed samples/articles.jsonl.gz

  news-worker run

[b]Exit codes[/b]: 0 done · 1 failed · 2 wrong arguments or settings · 3 Kafka ·
130 Ctrl-C; `news-worker run --help` tells more of them
"""


FORESEEN: tuple[type[Exception], ...] = (CommandError, *EXITS)


class Commands(TyperGroup):
    """Turns what a command raises into one sentence and an exit code, and SIGTERM into an exit that tidies up."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]  # the base's Context is private
        """Run the command; what it could not do is told without a traceback."""
        before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(ExitCode.TERMINATED))
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # Else the interpreter's last flush of standard output would complain once more.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(ExitCode.BROKEN_PIPE) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(ExitCode.INTERRUPTED) from error
        except FORESEEN as error:
            typer.echo(f"news-worker: {error}", err=True)
            raise typer.Exit(error.code if isinstance(error, CommandError) else exit_code(error)) from error
        finally:
            signal.signal(signal.SIGTERM, before)


app = typer.Typer(
    cls=Commands, help=HELP, no_args_is_help=True, rich_markup_mode="rich", pretty_exceptions_enable=False
)
app.command(help=run.HELP)(run.run)
app.command(help=enrich.HELP)(enrich.enrich)
app.command(help=feed.HELP)(feed.feed)
app.command(help=settings.HELP)(settings.settings)
app.command(help=schema.HELP)(schema.schema)
app.add_typer(topics.app, name="topics")
app.add_typer(dead_letters.app, name="dead-letters")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"news-worker {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """The entry point `news-worker`."""
    app()
