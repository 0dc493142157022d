"""Compressed files, known by their first bytes when read and by their suffix when written."""

import gzip
import io
import lzma
import zlib
from typing import BinaryIO, Protocol, cast

import zstandard

COMPRESSIONS = (".gz", ".xz", ".zst")
MAX_WINDOW_BYTES = 1 << 27
"""What `zstd --long` makes; a file that wants more memory is refused."""
ZSTD_PIECE_BYTES = 1024
"""Decompressed in one go: four bytes can become 128 KB, so a larger piece could fill the memory."""


class CorruptError(Exception):
    """Compressed data that cannot be read to its end."""


class Readable(Protocol):
    """Where bytes come from."""

    def read1(self, size: int, /) -> bytes:
        """What there is, at most so many bytes; nothing only at the end."""
        ...


class _Guarded(io.RawIOBase):
    """A decompressor with one kind of error for all; gives what there is, without waiting for more."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """It is for reading only."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader passes
        """The next decompressed bytes; CorruptError where the data are damaged or end too early."""
        try:
            data = self._stream.read1(len(buffer))
        except (EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError, gzip.BadGzipFile) as error:
            raise CorruptError(str(error)) from error
        buffer[: len(data)] = data
        return len(data)


def decompressed(raw: BinaryIO) -> io.BufferedReader:
    """The stream's content, decompressed where its first bytes are those of gzip, xz or zstd."""
    buffered = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", raw))
    return io.BufferedReader(_Guarded(_decompressor(buffered)), 1 << 16)


def _decompressor(stream: io.BufferedReader) -> Readable:
    head = stream.peek(6)[:6]
    if head.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=stream)
    if head.startswith(b"\xfd7zXZ\x00"):
        return lzma.LZMAFile(stream)
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return _ZstdReader(stream)
    return stream


class _ZstdReader:
    """Frame after frame. The library's own reader takes a file that breaks off for one that ends."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._rest = b""
        self._held = memoryview(b"")

    def read1(self, size: int) -> bytes:
        """At most so many bytes; nothing at the end, which is the end of a frame."""
        while not self._held:
            if not (data := self._rest or self._stream.read1(ZSTD_PIECE_BYTES)):
                if self._frame is not None:
                    raise EOFError("zstd data ended before the end of the frame")
                return b""
            frame = self._frame or zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW_BYTES).decompressobj()
            self._held = memoryview(frame.decompress(data))
            self._rest = frame.unused_data
            self._frame = None if frame.eof else frame
        taken, self._held = self._held[:size], self._held[size:]
        return bytes(taken)


def compressor(raw: BinaryIO, suffix: str) -> BinaryIO:
    """A writer over `raw` that compresses as the suffix says, or `raw` itself; closing it leaves `raw` open."""
    if suffix == ".gz":
        return cast("BinaryIO", gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=6, mtime=0))
    if suffix == ".xz":
        return cast("BinaryIO", lzma.LZMAFile(raw, "wb", preset=3))
    if suffix == ".zst":
        return cast("BinaryIO", zstandard.ZstdCompressor(level=6).stream_writer(raw, closefd=False))
    return raw
