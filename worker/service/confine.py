"""What a child process does to itself so that it cannot harm its parent or outlive it."""

import ctypes
import os
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path

OOM_SCORE_ABOVE_PARENT, MOST_OOM_SCORE = 300, 1000
"""So that a kernel short of memory takes a child, which costs one record, and not the parent."""
_PR_SET_PDEATHSIG = 1


def confine(parent: int) -> None:
    """Leaves signals to the parent, dies with it even in the midst of C code, and volunteers for the OOM killer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before the line above
            os._exit(0)
        with suppress(OSError):  # a sandbox may forbid it
            score = Path("/proc/self/oom_score_adj")
            raised = min(int(score.read_text(encoding="ascii")) + OOM_SCORE_ABOVE_PARENT, MOST_OOM_SCORE)
            score.write_text(str(raised), encoding="ascii")


def limit_memory(max_bytes: int) -> None:
    """Asking for more raises MemoryError: before the memory is used, and where the record that asked is known."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    bound = max_bytes if hard == resource.RLIM_INFINITY else min(max_bytes, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, hard))
