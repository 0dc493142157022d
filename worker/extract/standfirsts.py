"""The paragraph under the headline that says what the article is about."""

from collections.abc import Iterable, Sequence

from worker.clean import Block
from worker.clean.words import count_words
from worker.extract.clues import Clue
from worker.extract.titles import same_title

SHORTEST_WORDS = 5
LONGEST_CHARACTERS = 600
CUT_OFF = ("...", "…", "[…]", "[...]")


def standfirst(said: Iterable[Clue], blocks: Sequence[Block], title: Clue | None) -> Clue | None:
    """The first description that is whole, is not the title, and is more than a few words."""
    for clue in said:
        value = clue.value
        if len(value) > LONGEST_CHARACTERS or value.endswith(CUT_OFF) or count_words(value) < SHORTEST_WORDS:
            continue
        if title and same_title(value, title.value):
            continue
        if blocks and len(blocks[0].text) > len(value) + 20 and blocks[0].text.startswith(value.rstrip(" .")):
            continue
        return clue
    return None
