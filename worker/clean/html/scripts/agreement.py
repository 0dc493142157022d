"""How far a text is what the page says that it is about."""

from worker.clean.html.clues import WORD, PageClues

LONGEST, LONGEST_TITLE = 60_000, 300
SHORTEST_WORD = 4
SHORTEST_OTHER = 2
"""Letters of a word that tells, in Latin script and in others."""
UNKNOWN = 0.5


def agreement(clues: PageClues, text: str) -> float:
    """The share of the words in the title and the beginning of the description that are in the text."""
    said = said_words(clues)
    if not said:
        return UNKNOWN
    low = text[:LONGEST].lower()
    return sum(word in low for word in said) / len(said)


def said_words(clues: PageClues) -> frozenset[str]:
    """The words that tell what the page is about."""
    words = WORD.findall(" ".join((*(title[:LONGEST_TITLE] for title in clues.titles[:1]), clues.description)).lower())
    return frozenset(word for word in words if len(word) >= (SHORTEST_WORD if word.isascii() else SHORTEST_OTHER))
