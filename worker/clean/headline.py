"""Which line above the main text is the headline."""

from collections.abc import Sequence

from worker.clean.lines.features import Features

LONGEST_WORDS = 35
SHORTEST_WORDS = 3
NEAR_LINES = 12
MENU_BARS = 2
FULL_WORDS = 9
"""From so many words on no headline is likelier for being longer."""
SEPARATORS = (" - ", " | ", " – ", " — ", " · ", " :: ", " « ")


def headline(lines: Sequence[str], seen: Sequence[Features], start: int) -> int | None:
    """The index of the headline among the lines above `start`, or None.

    A line that an earlier one repeats, alone or with the site's name behind it (as a page's title does), is it;
    else the first line above a text that has few; where it has many, the first of the longest close above it.
    """
    above = [i for i in range(start) if _may_be(lines[i], seen[i])]
    earlier: set[str] = set()
    repeated = None
    for i in above:
        if lines[i] in earlier and seen[i].words > SHORTEST_WORDS:
            repeated = i
        earlier.add(lines[i])
        earlier.update(lines[i].rpartition(separator)[0] for separator in SEPARATORS if separator in lines[i])
    if repeated is not None:
        return repeated
    near = [i for i in above if start - i <= NEAR_LINES]
    if start > NEAR_LINES:
        near.sort(key=lambda i: -min(seen[i].words, FULL_WORDS))
    return near[0] if near else None


def _may_be(line: str, seen: Features) -> bool:
    return (
        seen.cue is None
        and SHORTEST_WORDS <= seen.words <= LONGEST_WORDS
        and not seen.bullet
        and line.count("|") < MENU_BARS
        and not line.endswith((".", ":", ","))
    )
