"""What is in the sources, as a stream of records."""

import io
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import BinaryIO

import orjson

from worker.cli.compression import CorruptError, decompressed
from worker.cli.sources import Format, Source
from worker.model import Record, Rejected, RejectReason, Stage
from worker.settings import Batch
from worker.wire.fields import checked_id

BOM = b"\xef\xbb\xbf"
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
class Entry:
    """One input: its record, or why there is none; `position` is how many bytes of all sources are read by now.

    `name` is the file's path, for a line of JSONL FILE:LINE: its id where it does not say one itself.
    """

    name: str
    record: Record | Rejected
    position: int = 0


def read(sources: Sequence[Source], limit: int) -> Iterator[Entry]:
    """The entries of the sources one after the other; of a page or line larger than `limit` only so much is read.

    A file that cannot be opened, or breaks off, is one rejected entry more; the others go on.
    """
    before = 0
    for source in sources:
        yield from _entries(source, limit, before)
        before += source.size


def _entries(source: Source, limit: int, before: int) -> Iterator[Entry]:
    form, number, position = source.format, 0, before
    try:
        with _opened(source) as raw:
            stream = decompressed(raw)
            form = form or _guess(stream)
            values = _lines(stream, limit) if form is Format.JSONL else iter([stream.read(limit + 1)])
            for number, value in enumerate(values, start=1):
                position = before + _told(raw)
                if value.strip() or form is not Format.JSONL:
                    yield _entry(_name(source, form, number), form, value, position)
    except (CorruptError, OSError) as error:
        name = _name(source, form, number + 1)
        why = Rejected(stage=Stage.DECODE, reason=RejectReason.UNDECODABLE, detail=f"Breaks off: {error}", id=name)
        yield Entry(name=name, record=why, position=position)


def _opened(source: Source) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if source.path is None else source.path.open("rb")


def _name(source: Source, form: Format | None, number: int) -> str:
    return f"{source.name}:{number}" if form is Format.JSONL else source.name


def _entry(name: str, form: Format, value: bytes, position: int) -> Entry:
    headers: tuple[tuple[str, bytes], ...] = (("content-type", CONTENT_TYPES[form]),)
    if form not in (Format.JSON, Format.JSONL):
        headers += (("id", name.encode("utf-8", "replace")),)
    return Entry(name=name, record=Record(value=value, headers=headers), position=position)


def _lines(stream: io.BufferedReader, limit: int) -> Iterator[bytes]:
    """Lines without their ends; of one larger than `limit` the first limit + 1 bytes, the rest is passed over."""
    if stream.peek(len(BOM)).startswith(BOM):
        stream.read(len(BOM))
    while line := stream.readline(limit + 1):
        if not line.endswith(b"\n") and len(line) > limit:
            for rest in iter(lambda: stream.readline(1 << 20), b""):
                if rest.endswith(b"\n"):
                    break
        yield line.removesuffix(b"\n").removesuffix(b"\r")


def _guess(stream: io.BufferedReader) -> Format:
    """What standard input is, for it has no name: an object a line, one object, HTML, or else text."""
    head = stream.peek(4096).removeprefix(BOM).lstrip()
    if head.startswith(b"{"):
        return Format.JSON if head.splitlines()[0].strip() == b"{" else Format.JSONL
    if head.startswith(b"<"):
        return Format.HTML
    return Format.TEXT if head else Format.JSONL


def _told(raw: BinaryIO) -> int:
    """How far a file was read; nobody knows how long a pipe is."""
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
        return headers["id"].decode()
    stated = (envelope(entry.record) or {}).get("id")
    if stated is None and (found := LEADING_ID.match(entry.record.value)):
        stated = orjson.loads(found[1])
    return checked_id(stated)
