"""How long it takes to read."""

import re
from collections.abc import Iterable

from worker.clean.words import UNSPACED, WORD
from worker.extract.clues import Clue, Found
from worker.model import Source

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction: Brysbaert, How many words do we read per minute?, 2019 (190 studies)."""
CHARACTERS_A_MINUTE = 300
"""Between Chinese (255) and Japanese (357): IReST, Trauzettel-Klosinski and Dietz, 2012."""
MOST_MINUTES = 240


def _shape(code: int) -> bytes:
    """What a character of cp1252 is to `WORD`: `a` part of a word, `.` a mark that may be within one, else a blank."""
    character = bytes([code]).decode("cp1252", "replace")
    return b"a" if character.isalnum() else b"." if character in "'’.-" else b" "


SHAPES = b"".join(map(_shape, range(256)))
"""Most texts of the West can be counted as bytes, in a quarter of the time that the pattern takes."""


def reading_time(text: str, said: Iterable[Clue]) -> Found[int] | None:
    """The page's own figure where it gives one, else the text's length by the figures above; None without text."""
    for clue in said:
        match = re.search(r"\d+", clue.value)
        if match and 0 < int(match.group()) <= MOST_MINUTES:
            return Found(int(match.group()), clue.source)
    if not text:
        return None
    words, characters = count(text)
    return Found(max(1, round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE)), Source.TEXT)


def count(text: str) -> tuple[int, int]:
    """The words of a text, and its characters of scripts without blanks, which are no words."""
    try:
        shapes = b" " + text.encode("cp1252").translate(SHAPES)
    except UnicodeEncodeError:
        characters = len(UNSPACED.findall(text))
        return len(WORD.findall(UNSPACED.sub(" ", text) if characters else text)), characters
    # Two marks in a row join nothing; one that follows a blank neither, and begins no word, but may stand before one.
    shapes = shapes.replace(b"..", b"  ")
    return shapes.count(b" a") + shapes.count(b" .a"), 0
