"""What stands beside a name to say who it is."""

import re
from collections.abc import Iterable, Iterator

from worker.steps.entities.fold import fold
from worker.steps.entities.lexicon import words
from worker.steps.entities.spans import Span

MOST = 5
MOST_WORDS = 8
MOST_CHARACTERS = 120
MOST_LETTERS = 20
_TOKEN = re.compile(r"[\w’'&.-]+")
_BREAK = re.compile(r"[^\w’'&. \u00a0-]")
_APPOSITION = re.compile(r",[ \u00a0]([^,.;:()\r\n—–]{2,80})(?:[,.;:)\r\n—–]|$)")
_LINKS = frozenset({"of", "for", "the", "and", "de", "at", "in"})
_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|our|former|then)\s+", re.IGNORECASE)


def descriptions(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """The roles right before a mention ("Russian Foreign Minister") and in apposition behind it, as first written."""
    found: dict[str, str] = {}
    for span in spans:
        for role in (*_before(text, span.start), *_behind(text, span.end)):
            found.setdefault(fold(role), role)
    return tuple(found.values())[:MOST]


def titled(text: str, span: Span) -> bool:
    """Whether a form of address stands right before the name."""
    before = text[max(0, span.start - MOST_LETTERS) : span.start].split()
    return bool(before) and text[span.start - 1] == " " and fold(before[-1]) in words("personal")


def _before(text: str, end: int) -> Iterator[str]:
    """The words before the name from where they cease to belong to a role: a small word that is none."""
    start = max(0, end - MOST_CHARACTERS)
    breaks = [found.end() for found in _BREAK.finditer(text, start, end)]
    parts = list(_TOKEN.finditer(text, breaks[-1] if breaks else start, end))[-MOST_WORDS:]
    if not text[max(0, end - 1) : end].isspace():
        return
    if not parts or not _is_role(parts[-1].group()):
        return
    first = len(parts) - 1
    for n in range(len(parts) - 2, -1, -1):
        word = parts[n].group()
        if not (_is_role(word) or word[0].isupper() or word in _LINKS) or word[-1] == ".":
            break
        first = n
    while parts[first].group() in _LINKS:
        first += 1
    role = _ARTICLE.sub("", text[parts[first].start() : parts[-1].end()])
    if role:
        yield role


def _behind(text: str, end: int) -> Iterator[str]:
    """ ", the Russian foreign minister," and the like."""
    matched = _APPOSITION.match(text, end)
    if not matched:
        return
    role = _ARTICLE.sub("", matched.group(1).strip())
    parts = role.split()
    if 1 <= len(parts) <= MOST_WORDS and any(map(_is_role, parts)) and parts[0].lower() not in ("who", "and", "which"):
        yield role


def _is_role(word: str) -> bool:
    return fold(word.removesuffix("'s").removesuffix("’s")) in words("roles")
