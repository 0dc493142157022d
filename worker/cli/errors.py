"""How a command that cannot go on says so: one sentence, what to do next, an exit code; never a traceback."""

from worker.exit_codes import ExitCode


class CommandError(Exception):
    """The command cannot do what it was asked; the message says why, and what to do next."""

    code = ExitCode.FAILED


class UsageError(CommandError):
    """The arguments or settings are wrong: the same command will fail again."""

    code = ExitCode.USAGE
