"""What compressed records may do, and what they may not do to the worker."""

import gzip
import tracemalloc
import zlib

import pytest
import zstandard

from worker.model import RejectReason
from worker.settings import Input
from worker.wire.compression import FREE_BYTES, MAX_LAYERS, MAX_MEMBERS, decompress
from worker.wire.errors import Unreadable

LIMITS = Input(max_bytes=1_000_000, max_ratio=100)
PLAIN = b'{"text": "' + bytes(range(32, 127)).replace(b'"', b"").replace(b"\\", b"") * 50 + b'"}'


def streamed_zstd(plain: bytes) -> bytes:
    """Without the content's size in the frame's header, as a streaming writer leaves it."""
    compressor = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return compressor.compress(plain) + compressor.flush()


def reason(value: bytes, coding: str = "", limits: Input = LIMITS) -> RejectReason:
    with pytest.raises(Unreadable) as caught:
        decompress(value, coding, limits)
    assert caught.value.detail.endswith(".")
    return caught.value.reason


@pytest.mark.parametrize(
    ("coding", "value"),
    [
        ("", PLAIN),
        ("identity", PLAIN),
        ("gzip", gzip.compress(PLAIN)),
        ("x-gzip", gzip.compress(PLAIN)),
        ("GZIP", gzip.compress(PLAIN)),
        ("gzip", gzip.compress(PLAIN[:999]) + gzip.compress(PLAIN[999:])),
        ("gzip", gzip.compress(PLAIN) + bytes(512)),
        ("zstd", zstandard.compress(PLAIN)),
        ("zstd", streamed_zstd(PLAIN)),
        ("zstd", streamed_zstd(PLAIN[:999]) + zstandard.compress(PLAIN[999:])),
        ("gzip, zstd", zstandard.compress(gzip.compress(PLAIN))),
        ("zstd, identity ,gzip", gzip.compress(zstandard.compress(PLAIN))),
        ("zstd", zstandard.compress(gzip.compress(PLAIN))),
        ("", gzip.compress(PLAIN)),
        ("", zstandard.compress(PLAIN)),
        ("identity", gzip.compress(gzip.compress(PLAIN))),
    ],
)
def test_named_and_recognised_compression_is_undone(coding: str, value: bytes) -> None:
    assert decompress(value, coding, LIMITS) == PLAIN


@pytest.mark.parametrize("compressed", [gzip.compress(PLAIN), zstandard.compress(PLAIN), streamed_zstd(PLAIN)])
def test_every_cut_through_compressed_data_is_found(compressed: bytes) -> None:
    for end in [4, 5, 11, len(compressed) // 2, len(compressed) - 1]:
        assert reason(compressed[:end]) is RejectReason.UNDECODABLE


@pytest.mark.parametrize(
    ("coding", "value"),
    [
        ("gzip", PLAIN),
        ("gzip", b""),
        ("zstd", b""),
        ("zstd", gzip.compress(PLAIN)),
        ("gzip", gzip.compress(PLAIN)[:-8] + b"checksum"),
        ("gzip", gzip.compress(PLAIN) + b"something else"),
    ],
)
def test_what_is_not_what_the_header_says_is_undecodable(coding: str, value: bytes) -> None:
    assert reason(value, coding) is RejectReason.UNDECODABLE


@pytest.mark.parametrize("coding", ["br", "deflate", "gzip, br", "gzip gzip", ", ".join(["gzip"] * (MAX_LAYERS + 1))])
def test_an_unknown_coding_is_rejected_by_name(coding: str) -> None:
    assert reason(PLAIN, coding) is RejectReason.UNKNOWN_CONTENT_ENCODING


class TestBombs:
    @pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress, streamed_zstd])
    def test_are_defused_at_the_bound(self, compress) -> None:  # type: ignore[no-untyped-def]  # three signatures
        assert reason(compress(bytes(100_000_000))) is RejectReason.TOO_LARGE

    @pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress])
    def test_may_be_as_large_as_the_limit_and_no_byte_larger(self, compress) -> None:  # type: ignore[no-untyped-def]
        limits = Input(max_bytes=200_000, max_ratio=1_000_000)
        assert len(decompress(compress(bytes(200_000)), "", limits)) == 200_000
        assert reason(compress(bytes(200_001)), "", limits) is RejectReason.TOO_LARGE

    @pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress])
    def test_are_known_by_their_ratio_unless_they_are_small(self, compress) -> None:  # type: ignore[no-untyped-def]
        assert len(decompress(compress(b"a" * FREE_BYTES), "", LIMITS)) == FREE_BYTES
        assert reason(compress(b"a" * 900_000), "", LIMITS) is RejectReason.TOO_LARGE

    def test_within_bombs_count_against_the_size_of_the_record(self) -> None:
        inner = gzip.compress(bytes(900_000))
        assert reason(zstandard.compress(inner), "gzip, zstd") is RejectReason.TOO_LARGE

    def test_of_empty_members_are_counted(self) -> None:
        assert reason(gzip.compress(b"") * (MAX_MEMBERS + 1)) is RejectReason.TOO_LARGE
        assert reason(zstandard.compress(b"") * (MAX_MEMBERS + 1)) is RejectReason.TOO_LARGE

    @pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress, streamed_zstd])
    def test_take_no_more_memory_than_the_bound_allows(self, compress) -> None:  # type: ignore[no-untyped-def]
        bomb = compress(bytes(200_000_000))
        tracemalloc.start()
        try:
            reason(bomb)
            assert tracemalloc.get_traced_memory()[1] < 6_000_000
        finally:
            tracemalloc.stop()

    def test_nested_deeper_than_is_undone_stay_compressed(self) -> None:
        value = b"core"
        for _ in range(MAX_LAYERS + 1):
            value = gzip.compress(value)
        assert zlib.decompress(decompress(value, "", LIMITS), wbits=31) == b"core"
