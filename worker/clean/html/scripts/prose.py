"""What is text for readers among the texts of scripts."""

import re

from worker.clean.html.wording import count

MARKUP = re.compile(
    r"</?(?:p|div|h[1-6]|br|li|ul|ol|a|span|strong|em|b|i|section|figure|blockquote|img|table)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
TAG = re.compile(r"<[^<>]{0,20000}>")
CODE = re.compile(r"[{}]|=>|\(\)|;$", re.MULTILINE)
CODE_SHARE, SHORTEST_CODE, CODE_CHARACTERS = 0.01, 80, 5_000
SHORTEST = 20


def is_code(text: str) -> bool:
    """Whether the text is a program, a style or data."""
    if len(text) < SHORTEST_CODE:
        return False
    start = text[:CODE_CHARACTERS]
    plain = TAG.sub(" ", start) if "<" in start else start
    return len(CODE.findall(plain)) > CODE_SHARE * len(plain)


def words_of(text: str) -> int:
    """How many words it has; none where it is a name, an address or a number."""
    if len(text) < SHORTEST or (" " not in text and text.isascii()):
        return 0
    return count(TAG.sub(" ", text) if "<" in text else text)
