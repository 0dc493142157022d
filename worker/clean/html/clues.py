"""What the page says of its article outside of what readers see: title, description, and at times the whole text."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from worker.clean.characters import tidy

WORD = re.compile(r"[^\W_]+")
BODY_KEY = '"articleBody"'
STRING = re.compile(r'\s*:\s*("(?:[^"\\]++|\\.)*+")', re.DOTALL)
TAG = re.compile(r"<[^<>]{0,1000}>")
SHORTEST_BODY = 100
LONGEST_BODY = 200_000
MOST_BODIES = 20
Trigrams = frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageClues:
    """The titles, the first one's words, the beginning of the description, and the text that a script has."""

    titles: tuple[str, ...] = ()
    title: frozenset[str] = frozenset()
    description: str = ""
    body: str = ""


def clues_of(tree: HtmlElement, content: str) -> PageClues:
    """The clues, empty where the page has none."""
    titles, descriptions = [], []
    for element in tree.iter("title", "meta"):
        if element.tag == "title":
            titles.append(element.text or "")
            continue
        key = element.get("property") or element.get("name")
        if key == "og:title":
            titles.insert(0, element.get("content") or "")
        elif key in {"og:description", "description"}:
            descriptions.append(element.get("content") or "")
    return PageClues(
        titles=tuple(titles),
        title=frozenset(WORD.findall(next(iter(titles), "").lower())),
        description=next(iter(descriptions), "").lower().strip(" .…")[:120],
        body=article_body(content),
    )


def article_body(content: str) -> str:
    """The longest `articleBody` of the page's JSON-LD, as plain text."""
    longest, at = "", content.find(BODY_KEY)
    for _ in range(MOST_BODIES):
        if at < 0:
            break
        value = STRING.match(content, at + len(BODY_KEY))
        if value and len(value.group(1)) > len(longest):
            longest = _decoded(value.group(1)) or longest
        at = content.find(BODY_KEY, value.end() if value else at + 1)
    return longest if len(longest) >= SHORTEST_BODY else ""


def _decoded(value: str) -> str:
    try:
        text = json.loads(value, strict=False)
    except ValueError:
        return ""
    return TAG.sub(" ", text[:LONGEST_BODY])


def trigrams(text: str) -> Trigrams:
    """Every three words in a row."""
    return runs(WORD.findall(text.lower()))


def runs(words: Sequence[str]) -> Trigrams:
    """Every three of the words in a row."""
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def paragraphs_of(body: str) -> list[str]:
    """The lines of a text from a script."""
    return [line for raw in body.splitlines() if (line := tidy(raw))]
