"""The words of bylines: the table `bylines.toml`, ready to search."""

import re
import tomllib
from functools import cache
from importlib.resources import files

Pattern = re.Pattern[str]
_BREAK = r"(?:\s*[:：]\s*|\s+|(?<=[作者文記记글])|$)"


@cache
def wrote() -> Pattern:
    """What stands in front of the one who wrote it, at the front of a text."""
    return re.compile(rf"^[\W_]*(?:{_any('wrote')}|de(?=\s+(?-i:[A-ZÀ-Þ])\w+ (?-i:[A-ZÀ-Þ]))){_BREAK}", re.IGNORECASE)


@cache
def others() -> Pattern:
    """What stands in front of somebody else, anywhere in a text."""
    return re.compile(rf"(?<![^\s|,;.(])(?:{_any('others')})", re.IGNORECASE)


@cache
def never() -> Pattern:
    """Whole texts that are no name."""
    return re.compile(rf"(?:{_any('never')})", re.IGNORECASE)


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("bylines.toml").read_text(encoding="utf-8"))
    return table


def _any(key: str) -> str:
    return "|".join(sorted(_table()[key], key=len, reverse=True))
