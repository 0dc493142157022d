"""What the page says that the article is about."""

from collections.abc import Iterable

from worker.extract.clues import Clue, Found
from worker.model import Source

MOST = 20
LENGTHS = range(2, 51)
MOST_WORDS = 6


def tags(said: Iterable[Clue]) -> Found[tuple[str, ...]] | None:
    """The words of the first source that gives any, each once."""
    found: dict[str, str] = {}
    source: Source | None = None
    for clue in said:
        word = clue.value.strip(" #,.;|")
        if len(word) not in LENGTHS or len(word.split()) > MOST_WORDS or "://" in word or ":" in word:
            continue
        source = source or clue.source
        if clue.source is source and len(found) < MOST:
            found.setdefault(word.casefold(), word)
    return Found(tuple(found.values()), source) if source else None
