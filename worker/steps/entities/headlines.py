"""Lines written like headlines, where capitals tell nothing."""

import re

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
LEAST_WORDS = 4
LEAST_SHARE = 0.75
LIST_COMMAS = 2
"""A line with so many is a list, of names as likely as not."""
SMALL = 4
"""Words of fewer letters are written small in headlines too."""


def headlines(text: str) -> list[tuple[int, int]]:
    """The lines of which nearly all longer words begin with a capital, and which do not end as a sentence does."""
    return [(line.start(), line.end()) for line in _LINE.finditer(text) if _is_headline(line.group())]


def within(start: int, lines: list[tuple[int, int]]) -> bool:
    """Whether the position is in one of the lines."""
    return any(begin <= start < end for begin, end in lines)


def _is_headline(line: str) -> bool:
    parts = [word for word in _WORD.findall(line) if len(word) >= SMALL]
    if len(parts) < LEAST_WORDS or line.count(",") >= LIST_COMMAS or line.rstrip().endswith((".", "!”", ".”", '."')):
        return False
    capitals = sum(1 for word in parts if word[0].isupper())
    return capitals >= LEAST_SHARE * len(parts)
