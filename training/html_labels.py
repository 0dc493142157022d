"""Which segments of a page are its article, by the known text of it."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

WORD = re.compile(r"\w+")
RUN = 3
MOST_WORDS = 60_000


def covered(texts: Sequence[str], body: str) -> list[tuple[int, int]]:
    """Of each text the number of words, and how many are in runs of three that the body has too, in its order."""
    words = [(word, i) for i, text in enumerate(texts) for word in WORD.findall(text)][:MOST_WORDS]
    numbers: dict[tuple[str, ...], int] = {}
    ours, theirs = _runs([word for word, _ in words], numbers), _runs(WORD.findall(body), numbers)
    hit = [False] * len(words)
    for match in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        if match.size:
            hit[match.a : match.a + match.size + RUN - 1] = [True] * (match.size + RUN - 1)
    counts = [[0, 0] for _ in texts]
    for (_, i), found in zip(words, hit, strict=True):
        counts[i][0] += 1
        counts[i][1] += found
    return [(total, found) for total, found in counts]


def _runs(words: Sequence[str], numbers: dict[tuple[str, ...], int]) -> list[int]:
    """A number for each three words in a row, the same for the same words."""
    runs = (tuple(words[i : i + RUN]) for i in range(max(0, len(words) - RUN + 1)))
    return [numbers.setdefault(run, len(numbers)) for run in runs]
