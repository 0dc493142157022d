"""What the arguments of `enrich` and `feed` name: files, folders, patterns and standard input."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from worker.cli.compression import COMPRESSIONS
from worker.cli.errors import UsageError

STDIN = "-"


class Format(StrEnum):
    """What is in a file: one page, one envelope, or an envelope a line."""

    HTML = "html"
    XHTML = "xhtml"
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


SUFFIXES = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.XHTML,
    ".txt": Format.TEXT,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file to read, or standard input (path None)."""

    name: str
    path: Path | None
    format: Format | None
    size: int = 0


def find(arguments: Sequence[str], format: Format | None = None) -> list[Source]:  # noqa: A002 - as the flag
    """Every source that the arguments name, in their order, folders and globs sorted; `format` overrules suffixes."""
    return [source for argument in arguments for source in _expand(argument, format)]


def _expand(argument: str, form: Format | None) -> Iterator[Source]:
    path = Path(argument)
    if argument == STDIN:
        yield Source(name=STDIN, path=None, format=form)
    elif path.is_dir():
        found = [file for file in sorted(path.rglob("*")) if file.is_file() and (form or format_of(file))]
        if not found:
            raise UsageError(f"The folder {argument} holds no {', '.join(SUFFIXES)} files.")
        yield from (_source(file, form) for file in found)
    elif path.exists():
        yield _source(path, form)
    else:
        names = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - Path.glob knows no absolute pattern
        found = [Path(name) for name in names if Path(name).is_file()]
        if not found:
            raise UsageError(f"{argument} is no file, no folder, and as a pattern it matches nothing.")
        yield from (_source(file, form) for file in found)


def _source(path: Path, form: Format | None) -> Source:
    form = form or format_of(path)
    if form is None:
        raise UsageError(f"{path} has none of the suffixes {', '.join(SUFFIXES)}; say what it is with --format.")
    if not os.access(path, os.R_OK):
        raise UsageError(f"{path} may not be read by this user.")
    return Source(name=str(path), path=path, format=form, size=path.stat().st_size)


def format_of(path: Path) -> Format | None:
    """What a file's name says is in it, compression aside; None where it says nothing."""
    name = path.with_suffix("") if path.suffix.lower() in COMPRESSIONS else path
    return SUFFIXES.get(name.suffix.lower())
