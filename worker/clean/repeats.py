"""Paragraphs that a page shows twice, as a standfirst and in the body, or in a pull quote."""

from collections.abc import Sequence

from worker.clean.words import TERMINAL, WORD

SHORTEST_WORDS = 6
"""Shorter lines may well be said twice."""
FEWEST_CHARACTERS = 2 * SHORTEST_WORDS - 1


def repeats(lines: Sequence[str]) -> set[int]:
    """The indices of lines that another one says too: of the two, the first that ends like a sentence stays."""
    kept: dict[tuple[str, ...], int] = {}
    dropped: set[int] = set()
    for i, line in enumerate(lines):
        words = tuple(WORD.findall(line.casefold())) if len(line) >= FEWEST_CHARACTERS else ()
        if len(words) < SHORTEST_WORDS:
            continue
        before = kept.setdefault(words, i)
        if before == i:
            continue
        if not TERMINAL.search(lines[before]) and TERMINAL.search(line):
            kept[words] = i
            dropped.add(before)
        else:
            dropped.add(i)
    return dropped
