"""The words in a page's address: most sites name a page after its headline."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

WORD = re.compile(r"[^\W_]+")
ENDING = re.compile(r"\.\w{2,5}$")
APOSTROPHE = str.maketrans("", "", "'’")
FEWEST_WORDS = 3
YEAR_DIGITS = 4
"""Longer numbers are keys of the site's own."""


def slug_words(url: str | None) -> frozenset[str]:
    """The words of the part of the path that has most; none where even that is too short to name a page."""
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:
        return frozenset()
    parts = (plain_words(ENDING.sub("", part)) for part in path.split("/"))
    words = max(parts, key=len, default=frozenset())
    told = frozenset(word for word in words if len(word) <= YEAR_DIGITS or not word.isdigit())
    return told if len(told) >= FEWEST_WORDS else frozenset()


def plain_words(text: str) -> frozenset[str]:
    """The words as addresses spell them: small, without accents and apostrophes."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return frozenset(WORD.findall(text.casefold().translate(APOSTROPHE)))
