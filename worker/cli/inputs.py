"""Where `enrich` and `feed` read from: files, folders, globs and standard input, as a stream of records."""

import glob
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

import orjson

from worker.cli.compression import COMPRESSIONS, CorruptError, decompressed
from worker.cli.errors import UsageError
from worker.model import Record, Rejected, RejectReason, Stage
from worker.settings import Batch
from worker.wire.fields import checked_id

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
CONTENT_TYPES = {
    Format.HTML: b"text/html",
    Format.XHTML: b"application/xhtml+xml",
    Format.TEXT: b"text/plain",
    Format.JSON: b"application/json",
    Format.JSONL: b"application/json",
}


LEADING_ID = re.compile(rb'\s*\{\s*"id"\s*:\s*("(?:[^"\\\x00-\x1f\x7f-\xff]|\\["\\/])*")')
"""An id at the beginning of an envelope, so that one that breaks off or is too large can still be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file to read, or standard input (path None)."""

    name: str
    path: Path | None
    format: Format | None
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One input: its record, or why there is none; `position` is how many bytes of all sources are read by now.

    `name` is the file's path, for a line of JSONL FILE:LINE: its id where it does not say one itself.
    """

    name: str
    record: Record | Rejected
    position: int = 0


def find(arguments: Sequence[str], format: Format | None = None) -> list[Source]:  # noqa: A002 - as the flag
    """Every source that the arguments name, in their order, folders and globs sorted; `format` overrules suffixes."""
    return [source for argument in arguments for source in _expand(argument, format)]


def read(sources: Sequence[Source], limit: int) -> Iterator[Entry]:
    """The entries of the sources one after the other; of a page or line larger than `limit` only so much is read."""
    before = 0
    for source in sources:
        with _opened(source) as raw:
            yield from _entries(source, raw, limit, before)
        before += source.size


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


def _opened(source: Source) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if source.path is None else source.path.open("rb")


def _entries(source: Source, raw: BinaryIO, limit: int, before: int) -> Iterator[Entry]:
    number = 0
    form = source.format
    try:
        stream = decompressed(raw)
        form = form or _guess(stream)
        pages = _lines(stream, limit) if form is Format.JSONL else iter([stream.read(limit + 1)])
        for number, value in enumerate(pages, start=1):
            if form is not Format.JSONL or value.strip():
                yield _entry(source, form, number, value, before + _told(raw))
    except (CorruptError, OSError) as error:
        name = f"{source.name}:{number + 1}" if form is Format.JSONL else source.name
        detail = f"{source.name} breaks off: {error}"
        why = Rejected(stage=Stage.DECODE, reason=RejectReason.UNDECODABLE, detail=detail, id=name)
        yield Entry(name=name, record=why, position=before + _told(raw))


def _entry(source: Source, form: Format, number: int, value: bytes, position: int) -> Entry:
    headers: tuple[tuple[str, bytes], ...] = (("content-type", CONTENT_TYPES[form]),)
    name = source.name
    if form is Format.JSONL:
        name = f"{name}:{number}"
    elif form is not Format.JSON:
        headers += (("id", os.fsencode(name)),)
    return Entry(name=name, record=Record(value=value, headers=headers), position=position)


def _lines(stream: io.BufferedReader, limit: int) -> Iterator[bytes]:
    """Lines without their ends; of one larger than `limit` the first limit + 1 bytes, the rest is passed over."""
    while line := stream.readline(limit + 1):
        if not line.endswith(b"\n") and len(line) > limit:
            for rest in iter(lambda: stream.readline(1 << 20), b""):
                if rest.endswith(b"\n"):
                    break
        yield line.removesuffix(b"\n").removesuffix(b"\r")


def _guess(stream: io.BufferedReader) -> Format:
    """Standard input says nothing of itself: an opening brace or nothing at all is JSONL, `<` HTML, the rest text."""
    head = stream.peek(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head or head.startswith(b"{"):
        return Format.JSONL
    return Format.HTML if head.startswith(b"<") else Format.TEXT


def _told(raw: BinaryIO) -> int:
    return raw.tell() if raw.seekable() else 0


def windows(entries: Iterator[Entry], bounds: Batch) -> Iterator[list[Entry]]:
    """Entries by the window: at most `max_records`, and closed once it holds `max_bytes`, so that memory is bounded."""
    for first in entries:
        window, held = [first], _size(first)
        while held < bounds.max_bytes and len(window) < bounds.max_records and (entry := next(entries, None)):
            window.append(entry)
            held += _size(entry)
        yield window


def _size(entry: Entry) -> int:
    return len(entry.record.value) if isinstance(entry.record, Record) else 0


def envelope(record: Record) -> dict[str, object] | None:
    """The JSON object that the value is, if it is one."""
    try:
        value = orjson.loads(record.value)
    except orjson.JSONDecodeError:
        return None
    return value if isinstance(value, dict) else None


def stated_id(entry: Entry) -> str | None:
    """The id that an input states of itself, if that much of it can be read."""
    if isinstance(entry.record, Rejected):
        return entry.record.id
    headers = dict(entry.record.headers)
    if "id" in headers:
        return entry.name
    stated = (envelope(entry.record) or {}).get("id")
    if stated is None and (found := LEADING_ID.match(entry.record.value)):
        stated = orjson.loads(found[1])
    return checked_id(stated)
