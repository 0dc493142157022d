"""Bytes to characters: the charset by byte order mark, validity, declaration, detection, in that order."""

import codecs
import re
from collections.abc import Iterator

from worker.wire.charset_detection import detect_codec
from worker.wire.charset_labels import codec_of

PRESCAN_BYTES = 8192  # browsers look at 1,024; pages with a long comment or script before the declaration are common

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STATEFUL = frozenset({"iso2022_jp", "utf-16-le", "utf-16-be"})  # their bytes may be valid UTF-8, and are not
_ASCII = bytes(range(0x80))
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARED = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+) | <\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE | re.VERBOSE,
)


def decode_characters(value: bytes, header_label: str | None = None) -> str:
    """The text that the bytes stand for; what no charset explains becomes U+FFFD. Never fails.

    Bytes that are valid UTF-8 are UTF-8, whatever is declared: hardly any other text is by chance.
    """
    for mark, codec in _MARKS:
        if value.startswith(mark):
            return value[len(mark) :].decode(codec, "replace")
    declared = list(_declared_codecs(value, header_label))
    if declared and declared[0] in _STATEFUL:
        return value.decode(declared[0], "replace")
    if utf16 := _bare_utf16(value):
        return value.decode(utf16, "replace")
    try:
        return value.decode()
    except UnicodeDecodeError:
        return _first_readable(value, ["utf-8", *declared])


def _declared_codecs(value: bytes, header_label: str | None) -> Iterator[str]:
    """The codecs named by the transport, then by the page itself."""
    if header_label and (codec := codec_of(header_label)):
        yield codec
    for match in _DECLARED.finditer(_COMMENT.sub(b"", value[:PRESCAN_BYTES])):
        codec = codec_of((match[1] or match[2]).decode("ascii", "replace"))
        if codec and not codec.startswith("utf-16"):  # a declaration that can be read as ASCII is not UTF-16
            yield codec
            return


def _bare_utf16(value: bytes) -> str | None:
    """UTF-16 without a mark, told by the NULs beside the ASCII of its first characters."""
    head = value[:64]
    half = len(head) // 2
    if half < 4:
        return None
    if head[1::2].count(0) >= half * 0.9 and 0 not in head[0::2]:
        return "utf-16-le"
    if head[0::2].count(0) >= half * 0.9 and 0 not in head[1::2]:
        return "utf-16-be"
    return None


def _first_readable(value: bytes, codecs_to_try: list[str]) -> str:
    """By the first codec that explains nine in ten of the bytes beyond ASCII, else by detection."""
    foreign_bytes = len(value.translate(None, _ASCII))
    for codec in codecs_to_try:
        text = value.decode(codec, "replace")
        if text.count("\ufffd") * 10 <= foreign_bytes:
            return text
    return value.decode(detect_codec(value), "replace")
