"""The paragraph under the headline that says what the article is about."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from worker.clean import Block
from worker.clean.words import count_words, ends_sentence
from worker.extract.clues import Clue, Deck, Found
from worker.extract.elements import Elements, content_of
from worker.extract.near import Near
from worker.extract.roles import STANDFIRST, roles_of, stands_beside
from worker.extract.surroundings import Line
from worker.extract.titles import alike, same_title

FEWEST_WORDS = 5
LONGEST_CHARACTERS = 800
CUT_OFF = ("...", "…", "[…]", "[...]")
CUT_LENGTHS = range(145, 165)
"""So long are descriptions that a program has cut off, as search engines show no more."""
MOST_SEARCHED = 12
AS_DESCRIBED = 0.7
"""So much of their words a line shares with the description that is made of it."""
AS_TITLE = 0.5
NOT_A_STANDFIRST = (
    "figure",
    "figcaption",
    "ul",
    "ol",
    "table",
    "form",
    "aside",
    "nav",
    "footer",
    "button",
    "blockquote",
)
BYLINE_BEHIND = re.compile(r"(?<=[.!?…])\s+(?:Von|By|Par|Por|Di) [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){1,2}\.?$")


def decks(elements: Elements, around: Near) -> tuple[Deck, ...]:
    """What is shown between headline and text, and what calls itself a standfirst elsewhere."""
    found = list(_near(around))
    found += [
        Deck(content_of(element, LONGEST_CHARACTERS), marked=True, near=False)
        for element in elements.standfirsts[:MOST_SEARCHED]
        if not stands_beside(element)
    ]
    return tuple(found)


def standfirst(
    shown: Sequence[Deck], described: Iterable[Clue], blocks: Sequence[Block], title: Clue | None
) -> Clue | None:
    """What readers see where the description is made of it or it calls itself so; else the description."""
    told = [Found(_once(BYLINE_BEHIND.sub("", clue.value)), clue.source) for clue in described]
    descriptions = list(dict.fromkeys(clue.value for clue in told))
    bare = [replace(deck, text=BYLINE_BEHIND.sub("", deck.text)) for deck in shown]
    fit = [deck for deck in bare if _is_fit(deck.text, title) and not _is_cut(deck.text, blocks[1:])]
    for deck in fit:
        if any(alike(deck.text, description) >= AS_DESCRIBED for description in descriptions):
            return Found(deck.text, deck.source)
    for deck in fit:
        if deck.near and (deck.marked or ends_sentence(deck.text)):
            return Found(deck.text, deck.source)
    said = Counter(clue.value for clue in told)
    for clue in sorted(told, key=lambda each: -said[each.value]):
        if _is_fit(clue.value, title) and not _is_cut(clue.value, blocks[:1]) and not _is_cut_off(clue.value):
            return clue
    return next((Found(deck.text, deck.source) for deck in fit if deck.marked and ends_sentence(deck.text)), None)


def _is_fit(value: str, title: Clue | None) -> bool:
    if len(value) > LONGEST_CHARACTERS or value.endswith(CUT_OFF) or count_words(value) < FEWEST_WORDS:
        return False
    return title is None or not (same_title(value, title.value) or alike(value, title.value) >= AS_TITLE)


def _is_cut(value: str, blocks: Sequence[Block]) -> bool:
    """Whether it is the beginning of a longer paragraph, as descriptions are that nobody wrote."""
    start = value.rstrip(" .")
    return any(block.text.startswith(start) and len(block.text) > len(value) + 20 for block in blocks)


def _is_cut_off(value: str) -> bool:
    return len(value) in CUT_LENGTHS and value[-1].isalpha()


def _once(value: str) -> str:
    """The value without its own repetition behind it."""
    half = len(value) // 2
    return (
        value[:half].rstrip() if len(value) > 20 and value[:half].rstrip(" .") == value[-half:].strip(" .") else value
    )


def _near(around: Near) -> Iterator[Deck]:
    """The lines up to the first paragraph; those of one element that calls itself a standfirst are one."""
    last: HtmlElement | None = None
    texts: list[str] = []
    for line in around.after[: None if around.opening is None else around.opening + 1]:
        element = _standfirst_around(line.block)
        if texts and (element is None or element is not last):
            yield Deck(" ".join(texts))
            texts = []
        if element is not None and _may_be(line):
            texts.append(line.text)
        elif _may_be(line) and (count_words(line.text) >= FEWEST_WORDS):
            yield Deck(line.text, marked=False, near=_stands_out(line.block))
        last = element
    if texts:
        yield Deck(" ".join(texts))


def _standfirst_around(block: HtmlElement) -> HtmlElement | None:
    parent = block.getparent()
    if parent is not None and roles_of(parent) & STANDFIRST:
        return parent
    return block if roles_of(block) & STANDFIRST else None


def _may_be(line: Line) -> bool:
    """Whether it is no caption, list, form, and no link to another story."""
    block = line.block
    if block.tag in NOT_A_STANDFIRST or next(block.iterancestors(*NOT_A_STANDFIRST), None) is not None:
        return False
    if block.tag == "a" or next(block.iterancestors("a"), None) is not None:
        return False
    link = block.find(".//a")
    return link is None or len(content_of(link)) < 0.8 * len(line.text)


def _stands_out(block: HtmlElement) -> bool:
    """Whether it is a heading or wholly in bold."""
    if block.tag in {"h2", "h3", "strong", "b"}:
        return True
    children = [child for child in block if isinstance(child.tag, str)]
    return (
        len(children) == 1
        and children[0].tag in {"strong", "b"}
        and not (block.text or "").strip()
        and not (children[0].tail or "").strip()
    )
