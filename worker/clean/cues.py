"""Lines that give themselves away by their words: the table `cues.toml`, ready to search."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

from worker.clean.shapes import CLOCK, CONSENT, DAY, READING_TIME, SIGNATURE, WORD_START
from worker.model import BoilerplateReason

SHAPES = {"consent": CONSENT, "clock": CLOCK, "day": DAY, "reading_time": READING_TIME, "signature": SIGNATURE}
SMALL_SHAPES = {
    **SHAPES,
    "day": DAY.replace(WORD_START, r"(?:\b|(?<=[a-zß-ÿ]))"),
    "signature": r"(?:(?:written |reported |posted |story |reviewed |edited )?by|von|par|por|di|door|av|af)[ :]+\w",
}
"""What the shapes may look like when capitals have become small."""
MENU_CHARACTERS = 60
CHARACTERS_A_WORD = 12
"""Longer lines are no cue however few words they count: a search must not depend on a page without blanks."""

NEVER = r"(?!)"
_ESCAPED = re.compile(r"\\.|[^\\]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Patterns that give a reason away in a line of at most `max_words` words."""

    reason: BoilerplateReason
    max_words: int
    opening: re.Pattern[str]
    """For the whole line, or its beginning."""
    inside: re.Pattern[str]
    needs: tuple[str, ...] = ()
    """In small letters; what holds none of these does not have to be searched inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All cues, and what a line in small letters must have to be worth the search, for its opening or inside it."""

    cues: tuple[Cue, ...]
    opening: re.Pattern[str]
    """All openings in one. Small letters against small letters are five times as fast as letters of any size."""
    needs: tuple[str, ...]


def cue(line: str, words: int) -> BoilerplateReason | None:
    """The reason that the line's words give away, or None."""
    if len(line) <= MENU_CHARACTERS:
        return _remembered(line, words)
    return _cue(line, words)


@lru_cache(maxsize=8_192)
def _remembered(line: str, words: int) -> BoilerplateReason | None:
    """Menus come again on every page of a site."""
    return _cue(line, words)


def _cue(line: str, words: int) -> BoilerplateReason | None:
    small, known = line.lower(), table()
    opens, holds = known.opening.match(small) is not None, any(map(small.__contains__, known.needs))
    return _search(line, words, small, opens=opens, holds=holds) if opens or holds else None


def cues_of(lines: Sequence[str], words: Sequence[int]) -> list[BoilerplateReason | None]:
    """What `cue` says of each line, for all lines of a page at once."""
    small, known = [line.lower() for line in lines], table()
    holding = set(_holding(small, known.needs))
    found: list[BoilerplateReason | None] = [None] * len(lines)
    for i, line in enumerate(small):
        opens = _opens(line) if len(line) <= MENU_CHARACTERS else known.opening.match(line) is not None
        holds = i in holding
        if opens or holds:
            found[i] = _search(lines[i], words[i], line, opens=opens, holds=holds)
    return found


@lru_cache(maxsize=16_384)
def _opens(small: str) -> bool:
    """Whether a short line opens like any cue: menus come again on every page of a site, and `Log in` on all."""
    return table().opening.match(small) is not None


def _holding(lines: Sequence[str], needs: Iterable[str]) -> Iterator[int]:
    """The lines that hold any of these: looked for in all lines at once, for most are on no line of the page."""
    page = "\n".join(lines)
    ends = list(accumulate(len(line) + 1 for line in lines))
    for need in needs:
        at = page.find(need)
        while at >= 0:
            line = bisect_right(ends, at)
            yield line
            at = page.find(need, ends[line])


def _search(line: str, words: int, small: str, *, opens: bool, holds: bool) -> BoilerplateReason | None:
    """The reason of the first cue that fits; `opens` and `holds` say what the table as a whole has found."""
    length = len(line)
    for each in cues():
        if words > each.max_words or length > CHARACTERS_A_WORD * each.max_words:
            continue
        if opens and each.opening.match(line):
            return each.reason
        if holds and any(map(small.__contains__, each.needs)) and each.inside.search(line):
            return each.reason
    return None


def cues() -> tuple[Cue, ...]:
    """All cues, in their order."""
    return table().cues


@cache
def table() -> Table:
    """The table, compiled once a process."""
    rows = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))["cue"]
    whole, start = ([p for row in rows for p in row.get(key, ())] for key in ("whole", "start"))
    needs = frozenset(need for row in rows for need in row.get("needs", ()))
    opening = re.compile(_small(_opening(whole, start, SMALL_SHAPES)))
    return Table(cues=tuple(map(_row, rows)), opening=opening, needs=tuple(sorted(needs)))


def _row(row: dict[str, Any]) -> Cue:
    opening = _opening(row.get("whole", ()), row.get("start", ()), SHAPES)
    inside = _any(row["inside"], SHAPES) if "inside" in row else NEVER
    return Cue(
        reason=BoilerplateReason(row["reason"]),
        max_words=row["max_words"],
        opening=re.compile(opening, re.IGNORECASE),
        inside=re.compile(inside, re.IGNORECASE),
        needs=tuple(row.get("needs", ())),
    )


def _opening(whole: Sequence[str], start: Sequence[str], shapes: Mapping[str, str]) -> str:
    ways = [rf"(?:{_any(whole, shapes)})[\W_\d]*$"] if whole else []
    ways += [rf"(?:{_any(start, shapes)})"] if start else []
    return rf"[\W_]*(?:{'|'.join(ways) or NEVER})"


def _any(patterns: Iterable[str], shapes: Mapping[str, str]) -> str:
    """The patterns as alternatives, the shapes that they name put in."""
    joined = "|".join(patterns)
    for name, shape in shapes.items():
        joined = joined.replace(f"{{{name}}}", shape)
    return joined


def _small(pattern: str) -> str:
    """The pattern with its letters small, but for those that a backslash gives another meaning."""
    return _ESCAPED.sub(lambda found: found.group() if found.group()[0] == "\\" else found.group().lower(), pattern)
