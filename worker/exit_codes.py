"""How a process ends: what a supervisor, a script or an alert may rely on."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command; `news-worker --help` and `news-worker run --help` tell them too."""

    OK = 0
    FAILED = 1
    """Unexpected, or what was asked for could not be done; the message says which."""
    USAGE = 2
    """Wrong settings or arguments: another try gives the same."""
    KAFKA = 3
    """Kafka cannot be reached, refuses us, or another worker with our transactional id has taken over."""
    STALLED = 4
    """A Kafka call gave no answer for `service.stall_seconds`."""
    FLOOD = 5
    """Too many records were rejected: nothing of the last batch is committed."""
    DRAIN_TIMEOUT = 6
    """Asked to stop, the worker could neither finish nor give up in time; what was not committed is done again."""
    INTERRUPTED = 130
    """Ctrl-C, or a second signal while draining."""
    TERMINATED = 143
    """SIGTERM, to any command but `run`, which drains."""
    BROKEN_PIPE = 141
    """Who read our output has gone: quiet, as `head` expects of us."""
