"""Which line above the main text is the headline."""

from collections.abc import Iterable, Iterator, Sequence

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
    above = [i for i in range(start) if may_be(lines[i], seen[i], SHORTEST_WORDS) and not lines[i].endswith(".")]
    again = [above[k] for k in said_before([lines[i] for i in above])]
    again = [i for i in again if seen[i].words > SHORTEST_WORDS]
    if again:
        return again[-1]
    near = [i for i in above if start - i <= NEAR_LINES]
    if start > NEAR_LINES:
        near.sort(key=lambda i: -min(seen[i].words, FULL_WORDS))
    return near[0] if near else None


def may_be(line: str, seen: Features, shortest: int) -> bool:
    """Whether a line may be a headline: neither a cue nor a menu nor a list's item, nor too short or long."""
    return (
        seen.cue is None
        and shortest <= seen.words <= LONGEST_WORDS
        and not seen.bullet
        and line.count("|") < MENU_BARS
        and not line.endswith((":", ","))
    )


def said_before(lines: Iterable[str]) -> Iterator[int]:
    """Those that an earlier one says too, alone or with the site's name behind it, as a page's title does."""
    earlier: set[str] = set()
    for i, line in enumerate(lines):
        if line in earlier:
            yield i
        earlier.add(line)
        earlier.update(line.rpartition(separator)[0] for separator in SEPARATORS if separator in line)
