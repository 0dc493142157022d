"""The lines that a reader sees above and under the headline, up to the article's first paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from lxml import etree
from lxml.html import HtmlElement

from worker.clean.characters import tidy
from worker.extract.roles import roles_of

INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "img",
        "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
        "var", "wbr",
    }
)  # fmt: skip
UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "textarea", "select", "iframe", "object", "nav", "button"}
)
MOST_AFTER = 90
MOST_BEFORE = 40
"""So many text nodes are looked at on either side of the headline."""
LEVELS_BEFORE = 4
MOST_OF_ONE = 120
"""What stands beside the headline with more text nodes than this is a menu."""
LONGEST = 1_500
ANCESTORS = 2
MOST_INNER = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page near the headline, with the block element that it stands in."""

    text: str
    block: HtmlElement

    def plays(self, role: int) -> bool:
        """Whether the element, one in it or one close around it says that it plays the role."""
        near = chain(islice(self.block.iter("*"), MOST_INNER), islice(self.block.iterancestors(), ANCESTORS))
        return any(roles_of(each) & role for each in near)


def lines_after(headline: HtmlElement) -> Iterator[Line]:
    """The lines under the headline in the order of the page, a limited number."""
    return _lines(islice(_texts_after(headline), MOST_AFTER))


def lines_before(headline: HtmlElement) -> list[Line]:
    """The lines above the headline, the nearest first, without menus."""
    found: list[tuple[HtmlElement, str]] = []
    node = headline
    for _ in range(LEVELS_BEFORE):
        for sibling in node.itersiblings(preceding=True):
            if sibling.tag in UNSEEN or not isinstance(sibling.tag, str):
                continue
            texts = list(islice(_texts(sibling), MOST_OF_ONE))
            if len(texts) < MOST_OF_ONE:
                found = [*texts, *found]
            if len(found) > MOST_BEFORE:
                break
        parent = node.getparent()
        if parent is None or parent.tag == "body" or len(found) > MOST_BEFORE:
            break
        node = parent
    return list(_lines(iter(found)))[::-1]


def _texts_after(headline: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    node: HtmlElement | None = headline
    while node is not None and node.tag not in {"body", "html"}:
        parent = node.getparent()
        if parent is not None and node.tail and node.tail.strip():
            yield parent, node.tail
        for sibling in node.itersiblings():
            yield from _texts(sibling)
        node = parent


def _texts(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The texts of the element with its tail, each with the element that it stands in."""
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, each in walk:
        if event == "start":
            if each.tag in UNSEEN:
                walk.skip_subtree()
            elif each.text and each.text.strip():
                yield each, each.text
        elif each.tail and each.tail.strip() and (parent := each.getparent()) is not None:
            yield parent, each.tail


def _lines(texts: Iterator[tuple[HtmlElement, str]]) -> Iterator[Line]:
    parts: list[str] = []
    block: HtmlElement | None = None
    for owner, text in texts:
        around = _block(owner)
        if block is not None and around is not block:
            yield from _line(parts, block)
            parts = []
        block = around
        parts.append(text)
    if block is not None:
        yield from _line(parts, block)


def _line(parts: list[str], block: HtmlElement) -> Iterator[Line]:
    text = tidy(" ".join(parts)[:LONGEST])
    if text:
        yield Line(text, block)


def _block(element: HtmlElement) -> HtmlElement:
    while element.tag in INLINE and (parent := element.getparent()) is not None:
        element = parent
    return element
