"""Names made alike: what is left when case, accents, full stops and the spelling of other alphabets are set aside."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", ".": None})
_DOUBLED = re.compile(r"(.)\1+")
# Endings and letters that Latin spellings of one Cyrillic, Arabic or Hebrew name disagree about.
_SOUNDS = (
    (re.compile(r"(?:skiy|skii|skij|skyi|skyj|ski)$"), "sky"),
    (re.compile(r"(?:iy|yi|ij|ii|yy|ey|ei|ie|y)$"), "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"(?:ou|oo)"), "u"),
    (re.compile(r"(?:ee|ie|ye)"), "e"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"q"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"-"), ""),
)


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """The name in small letters without accents and full stops, its spaces single."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.translate(_APOSTROPHES).casefold().split())


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """The same for spellings of one foreign name: Zelensky, Zelenskyy and Zelenskiy. For long words only."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return _DOUBLED.sub(r"\1", word)
