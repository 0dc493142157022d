"""Lines that flattening broke: links and emphasis cut sentences, and here they are put together again."""

import re
from itertools import pairwise

from worker.clean.words import BULLET, LONGEST_END, ends_sentence

CONTINUES = re.compile(r"^(?:[,;:.!?)\]}’”»%]|['’]s\b|[^\W\d_])")
NO_BLANK = re.compile(r"^[,;:.!?)\]}’”»%]|^['’]s\b")
OPEN_END = re.compile(
    r"(?:[(\[{“„«,]|\b(?:a|an|the|of|in|on|at|to|for|by|with|from|and|or|as|that|is|was|der|die|das|den|dem|von|und|in|im|zu|le|la|les|de|du|des|et|en|el|los|las|del|y|il|di|e|o|do|da|van|het|een))$"
)
OPEN_END_BLANKS = 3
"""`Log in` is no sentence that goes on: an open end counts from four words."""
LONGEST = 4_000
"""A line that has grown to so many characters takes up no more: a page without full stops stays many lines."""


def join(lines: list[str]) -> list[str]:
    """The lines, those that go on in the middle of a sentence joined to the one before."""
    joined: list[list[str]] = []
    size = 0
    for previous, line in pairwise(["", *lines]):
        if joined and size < LONGEST and _goes_on(previous, line):
            joined[-1].append(line if NO_BLANK.match(line) or previous[-1] in "([{“„«" else " " + line)
            size += len(line)
        else:
            joined.append([line])
            size = len(line)
    return ["".join(parts) for parts in joined]


def _goes_on(previous: str, line: str) -> bool:
    if ends_sentence(previous) or BULLET.match(line):
        return False
    if previous.count(" ") >= OPEN_END_BLANKS and OPEN_END.search(previous[-LONGEST_END:]) and not line[0].isdigit():
        return True
    return CONTINUES.match(line) is not None and not (line[0].isupper() or _caseless(line[0]))


def _caseless(character: str) -> bool:
    return character.isalpha() and character.upper() == character.lower()
