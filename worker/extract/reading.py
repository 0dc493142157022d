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


def reading_time(text: str, said: Iterable[Clue]) -> Found[int] | None:
    """The page's own figure where it gives one, else the text's length by the figures above; None without text."""
    for clue in said:
        match = re.search(r"\d+", clue.value)
        if match and 0 < int(match.group()) <= MOST_MINUTES:
            return Found(int(match.group()), clue.source)
    if not text:
        return None
    characters = 0 if text.isascii() else len(UNSPACED.findall(text))
    words = len(WORD.findall(UNSPACED.sub(" ", text) if characters else text))
    return Found(max(1, round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE)), Source.TEXT)
