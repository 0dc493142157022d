"""Lines that give themselves away by their words: the table `cues.toml`, ready to search."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from worker.clean.shapes import CLOCK, CONSENT, DAY, READING_TIME, SIGNATURE
from worker.model import BoilerplateReason

SHAPES = {"consent": CONSENT, "clock": CLOCK, "day": DAY, "reading_time": READING_TIME, "signature": SIGNATURE}
MENU_CHARACTERS = 60
CHARACTERS_A_WORD = 12
"""Longer lines are no cue however few words they count: a search must not depend on a page without blanks."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that gives a reason away in a line of at most `max_words` words."""

    reason: BoilerplateReason
    max_words: int
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()
    """In small letters; a line that holds none of these does not have to be searched."""


def cue(line: str, words: int) -> BoilerplateReason | None:
    """The reason that the line's words give away, or None."""
    if len(line) <= MENU_CHARACTERS:
        return _remembered(line, words)
    return _search(line, words)


@lru_cache(maxsize=8_192)
def _remembered(line: str, words: int) -> BoilerplateReason | None:
    """Menus come again on every page of a site."""
    return _search(line, words)


def _search(line: str, words: int) -> BoilerplateReason | None:
    length, small = len(line), line.lower()
    for each in cues():
        if words > each.max_words or length > CHARACTERS_A_WORD * each.max_words:
            continue
        if (not each.needs or any(map(small.__contains__, each.needs))) and each.pattern.search(line):
            return each.reason
    return None


@cache
def cues() -> tuple[Cue, ...]:
    """The table, compiled once a process."""
    table = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    return tuple(_cue(row["reason"], row["max_words"], row) for row in table["cue"])


def _cue(reason: str, max_words: int, row: dict[str, list[str]]) -> Cue:
    patterns = [rf"^[\W_]*(?:{_any(row['whole'])})[\W_\d]*$"] if "whole" in row else []
    patterns += [rf"^[\W_]*(?:{_any(row['start'])})"] if "start" in row else []
    patterns += [_any(row["inside"])] if "inside" in row else []
    pattern = re.compile("|".join(patterns), re.IGNORECASE)
    return Cue(BoilerplateReason(reason), max_words, pattern, tuple(row.get("needs", ())))


def _any(patterns: Iterable[str]) -> str:
    """The patterns as alternatives, the shapes that they name put in."""
    joined = "|".join(patterns)
    for name, shape in SHAPES.items():
        joined = joined.replace(f"{{{name}}}", shape)
    return joined
