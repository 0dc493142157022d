"""Which line above the main text is the headline."""

from collections.abc import Sequence

from worker.clean.features import Features

LONGEST_WORDS = 35
SHORTEST_WORDS = 3
NEAR_LINES = 12
MENU_BARS = 2
SEPARATORS = (" - ", " | ", " – ", " — ", " · ", " :: ", " « ")


def headline(lines: Sequence[str], seen: Sequence[Features], start: int) -> int | None:
    """The index of the headline among the lines above `start`, or None.

    A line that an earlier one repeats, alone or with the site's name behind it (as a page's title does), is it;
    else the first of the lines that stand close above the text.
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
    return near[0] if near and start <= NEAR_LINES else (near[-1] if near else None)


def _may_be(line: str, seen: Features) -> bool:
    return (
        seen.cue is None
        and SHORTEST_WORDS <= seen.words <= LONGEST_WORDS
        and not seen.bullet
        and line.count("|") < MENU_BARS
        and not line.endswith((".", ":", ","))
    )
