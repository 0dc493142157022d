"""Where `enrich` writes to: standard output, or a file that is there whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from worker.cli.compression import compressor
from worker.cli.errors import UsageError


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a temporary file beside `path` that takes its name at the end, compressed as it says.

    After an exception the temporary file is gone, and what stood under `path` before still stands there.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _created(temporary) as raw, compressor(raw, path.suffix.lower()) as writer:
            yield writer
        temporary.replace(path)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _created(path: Path) -> BinaryIO:
    try:
        return path.open("xb")
    except OSError as error:
        raise UsageError(f"Cannot write into {path.parent}: {error.strerror}.") from error
