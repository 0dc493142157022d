"""Guesses the charset of bytes that are not UTF-8 and declare nothing that explains them."""

import re
from collections.abc import Sequence

from charset_normalizer import from_bytes

SAMPLE_BYTES = 8192  # of the stretches that are not ASCII; the rest says nothing
STRETCH_BYTES = 4096  # even, for text of two bytes a character and no blanks
USUAL = "cp1252"  # what a browser takes for an undeclared western page
# What the web is written in; the detector knows many more, and mistakes short texts for them.
LATIN = (USUAL, "cp1250", "iso8859_2", "cp1254", "cp1257")
OTHERS = ("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp874", "gb18030", "big5", "cp932", "euc_jp", "cp949")

_NOT_ASCII_BYTE = re.compile(rb"[\x80-\xff]")
_BEFORE = re.compile(rb"[^<>\r\n\x80-\xff]{0,40}\Z")
# Where a character surely ends: no charset uses these, or other bytes below 0x30, as second bytes.
_STRETCH_END = re.compile(rb"[<>\r\n]")
_SYMBOL_IN_WORD = re.compile(r"(?<=[a-z])[¡-¶¸-¿×÷](?=[a-z])")  # not the dot of Catalan
_RUN = re.compile(rb"[\x80-\xff]{3,}")


def detect_codec(value: bytes) -> str:
    """The likeliest codec, windows-1252 in doubt. Looks at a bounded sample, so the size of a page does not matter."""
    sample = _sample(value)
    foreign = len(_NOT_ASCII_BYTE.findall(sample))
    in_runs = sum(map(len, _RUN.findall(sample)))
    # Latin letters with accents stand alone; other scripts write whole words with such bytes.
    return _most_usual(sample) if in_runs < 0.3 * foreign else _best(sample, OTHERS)[0]


def _most_usual(sample: bytes) -> str:
    """windows-1252, unless it puts symbols into words or another Latin charset reads clearly better."""
    symbols = len(_SYMBOL_IN_WORD.findall(sample.decode(USUAL, "replace")))
    codec, sense = _best(sample, LATIN[1:])
    if symbols * 10 > len(_NOT_ASCII_BYTE.findall(sample)):
        return codec
    return codec if sense > _best(sample, (USUAL,))[1] + 0.05 else USUAL


def _best(sample: bytes, codecs: Sequence[str]) -> tuple[str, float]:
    """The detector's choice among the codecs, and how much it reads like a language, 0 to 1."""
    best = from_bytes(sample, cp_isolation=list(codecs), enable_fallback=False).best()
    return (best.encoding, best.coherence) if best else (USUAL, 0.0)


def _sample(value: bytes) -> bytes:
    sample, at = bytearray(), 0
    while len(sample) < SAMPLE_BYTES and (first := _NOT_ASCII_BYTE.search(value, at)):
        start = first.start()
        before = _BEFORE.search(value, max(0, start - 40), start)
        at = _stretch_end(value, start)
        sample += (before[0] if before else b"") + value[start:at] + b"\n"
    return bytes(sample)


def _stretch_end(value: bytes, start: int) -> int:
    """Where the tag or line after `start` begins, or the last mark of a long stretch, so that no character is cut."""
    limit = start + STRETCH_BYTES
    if end := _STRETCH_END.search(value, start, limit):
        return end.start()
    mark = max(value.rfind(mark, start + 1, limit) for mark in (b" ", b",", b".", b"-"))
    return mark if mark > 0 and limit < len(value) else limit
