"""From the tree in which the extractor leaves an article to its blocks."""

from collections.abc import Iterator

from lxml import etree

from worker.clean.characters import tidy
from worker.clean.cleaned import Block
from worker.model import ParagraphKind

KINDS = {
    "head": ParagraphKind.HEADING,
    "item": ParagraphKind.LIST_ITEM,
    "quote": ParagraphKind.QUOTE,
    "row": ParagraphKind.TABLE,
    "code": ParagraphKind.PREFORMATTED,
}
INLINE = frozenset({"hi", "del", "ref", "span", "a", "b", "i", "em", "strong", "cell"})
CELL_SEPARATOR = " | "


def blocks_of(body: etree._Element) -> Iterator[Block]:
    """The blocks in the order of the tree; an element's kind holds for the text of all that stands in it."""
    buffer: list[str] = []
    kinds = [ParagraphKind.PARAGRAPH]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            if _breaks(element):
                yield from _flush(buffer, kinds[-1])
            kinds.append(_kind(element, kinds[-1]))
            buffer.append(_opening(element) + (element.text or ""))
        else:
            if _breaks(element):
                yield from _flush(buffer, kinds[-1])
            kinds.pop()
            buffer.append(element.tail or "")
    yield from _flush(buffer, kinds[-1])


def _kind(element: etree._Element, outer: ParagraphKind) -> ParagraphKind:
    return KINDS.get(str(element.tag), outer) if _breaks(element) else outer


def _breaks(element: etree._Element) -> bool:
    """Whether the element begins a block of its own; code within a sentence does not."""
    if element.tag == "code":
        parent = element.getparent()
        return parent is None or parent.tag in {"body", "div", "section"}
    return element.tag not in INLINE


def _opening(element: etree._Element) -> str:
    return CELL_SEPARATOR if element.tag == "cell" and element.getprevious() is not None else ""


def _flush(buffer: list[str], kind: ParagraphKind) -> Iterator[Block]:
    text = tidy("".join(buffer))
    buffer.clear()
    if text:
        yield Block(text=text, kind=kind)
