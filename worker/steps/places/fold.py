"""One key for all the ways to write a place's name."""

import re
import unicodedata

# No canonical decomposition takes these apart, and the names of GeoNames are full of them.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "twp": "township", "co": "county"}
_DROPPED = re.compile(r"[.'’ʻ`]")
_WORD = re.compile(r"\w+")


def fold(name: str) -> str:
    """Lower case, no accents, no points, one space between words, `St.`, `Ft.` and `Mt.` in full."""
    bare = name if name.isascii() else _unaccented(name)
    words = _WORD.findall(_DROPPED.sub("", bare.lower()))
    return " ".join(_SHORT.get(word, word) for word in words)


def _unaccented(name: str) -> str:
    taken_apart = unicodedata.normalize("NFKD", name.lower()).translate(_LETTERS)
    return "".join(character for character in taken_apart if not unicodedata.combining(character))
