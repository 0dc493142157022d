"""Characters and whitespace: the form in which every published text is."""

import re
from unicodedata import normalize

UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
"""Controls, soft hyphens, zero-width spaces, byte order marks, lone surrogates: what no reader sees.

Joiners (U+200C, U+200D) and direction marks stay: Persian, Indic scripts and emoji need them.
"""


def tidy(text: str) -> str:
    """The text in NFC, without unprintable characters, every run of whitespace one blank, none at the ends."""
    plain = " ".join(text.split())
    # Most text has none of these, and asking is cheaper than taking them out.
    if plain.isprintable():
        return plain if plain.isascii() else normalize("NFC", plain)
    return " ".join(normalize("NFC", UNPRINTABLE.sub("", text)).split())


def tidy_lines(text: str) -> list[str]:
    """The lines that hold anything, each tidy."""
    return [line for raw in text.splitlines() if (line := tidy(raw))]
