"""Undoes `content-encoding`, within a bound on what comes out."""

import zlib
from collections.abc import Callable
from typing import Protocol

from zstandard import ZstdDecompressor, ZstdError

from worker.model import RejectReason
from worker.settings import Input
from worker.wire.errors import Unreadable

GZIP_MAGIC = b"\x1f\x8b\x08"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
MAX_LAYERS = 4
MAX_MEMBERS = 1024  # gzip members or zstd frames; millions of empty ones would be slow without being large
SLICE_BYTES = 64  # fed at a time: a zstd block of 4 bytes stands for 128 KiB, so no step makes more than 2 MiB
FREE_BYTES = 65_536  # so small an output is no bomb, whatever its ratio


class _Member(Protocol):
    """One gzip member or zstd frame being read."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


def _gzip_member() -> _Member:
    return zlib.decompressobj(wbits=31)


def _zstd_frame() -> _Member:
    return ZstdDecompressor().decompressobj()


CODECS: dict[str, Callable[[], _Member]] = {"gzip": _gzip_member, "x-gzip": _gzip_member, "zstd": _zstd_frame}


def decompress(value: bytes, content_encoding: str, limits: Input) -> bytes:
    """The bytes before any compression, named in the header or recognised by its magic; raises `Unreadable`.

    Bounded by `max_bytes` and by `max_ratio` times the record's size, over all layers together; memory stays in
    proportion to the bound, whatever the input.
    """
    bound = min(limits.max_bytes, max(limits.max_ratio * len(value), FREE_BYTES))
    layers = _named_layers(content_encoding)
    for layer in layers:
        value = _inflate(value, layer, bound)
    for _ in range(MAX_LAYERS - len(layers)):
        if not (magic := _recognised(value)):
            break
        value = _inflate(value, magic, bound)
    return value


def _named_layers(content_encoding: str) -> list[str]:
    """The codings to undo, the outermost (named last) first."""
    names = [name.strip().lower() for name in content_encoding.split(",")]
    layers = [name for name in reversed(names) if name not in ("", "identity")]
    if unknown := [name for name in layers if name not in CODECS]:
        detail = f"content-encoding {unknown[0][:40]!r} is not known; send gzip, zstd or identity."
        raise Unreadable(RejectReason.UNKNOWN_CONTENT_ENCODING, detail)
    if len(layers) > MAX_LAYERS:
        detail = f"content-encoding names {len(layers)} layers of compression; send at most {MAX_LAYERS}."
        raise Unreadable(RejectReason.UNKNOWN_CONTENT_ENCODING, detail)
    return layers


def _recognised(value: bytes) -> str | None:
    if value.startswith(GZIP_MAGIC):
        return "gzip"
    return "zstd" if value.startswith(ZSTD_MAGIC) else None


def _inflate(value: bytes, layer: str, bound: int) -> bytes:
    try:
        return _read_members(value, CODECS[layer], bound)
    except (zlib.error, ZstdError, EOFError) as error:
        detail = f"The {layer} data are damaged or cut short ({error}); compress the record anew."
        raise Unreadable(RejectReason.UNDECODABLE, detail) from error


def _read_members(value: bytes, new_member: Callable[[], _Member], bound: int) -> bytes:
    output, member, members = bytearray(), new_member(), 1
    for at in range(0, len(value), SLICE_BYTES):
        rest = value[at : at + SLICE_BYTES]
        while rest := rest.lstrip(b"\0") if member.eof else rest:  # zeros may pad a member
            if member.eof:
                member, members = new_member(), members + 1
            output += member.decompress(rest)
            if len(output) > bound or members > MAX_MEMBERS:
                detail = f"The record decompresses to more than {bound} bytes (or in more than {MAX_MEMBERS} pieces)."
                raise Unreadable(RejectReason.TOO_LARGE, detail)
            rest = member.unused_data
    if not member.eof:
        raise EOFError("the end is missing")
    return bytes(output)
