"""From the characters of a page to its tree."""

import re

from lxml import etree
from lxml.html import HtmlElement

LONGEST = 12_000_000
"""Characters of a page that are read; the rest is cut off."""
CLOSED_ROOT = re.compile(r"(<html\b[^>]{0,2000}?)/>", re.IGNORECASE)
HEAD = 4_000
LONG_TAGS = re.compile(r"<([a-zA-Z]++)([^<>]{20000,}+)")
STRETCH = 10_000
"""Half of a long tag at most, so that one fills a stretch of the page; to look there is cheaper than the search."""
MOST_ATTRIBUTES = 2_000
"""The parser compares each attribute with all before it: 300,000 of them, 3 MB, took it more than three minutes."""
ALL_ALIKE = etree.ElementDefaultClassLookup(element=HtmlElement)
"""What lxml.html does here, a class for each tag, takes longer than the parsing."""


def parse(content: str) -> HtmlElement | None:
    """The tree, without comments and processing instructions; None where there is no element."""
    content = content[:LONGEST]
    if _has_long_tags(content):
        content = LONG_TAGS.sub(_bounded, content)
    # `<html/>` closes the page before it begins, to this parser alone; browsers read on.
    closed = CLOSED_ROOT.search(content, 0, HEAD)
    if closed:
        content = content[: closed.end() - 2] + content[closed.end() - 1 :]
    # In UTF-8, because a string that declares another charset is refused.
    source = content.encode("utf-8", "replace").replace(b"\x00", b"")
    if not source or source.isspace():
        return None
    try:
        tree = etree.fromstring(source, parser=_parser())
    except (etree.XMLSyntaxError, AssertionError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def _has_long_tags(content: str) -> bool:
    """Whether a stretch without angle brackets is in a long tag; most are in scripts, and not in any."""
    empty = False
    for at in range(STRETCH, len(content) - STRETCH, STRETCH):
        before, empty = empty, content.find("<", at, at + STRETCH) < 0 and content.find(">", at, at + STRETCH) < 0
        if empty and not before:
            start = content.rfind("<", at - STRETCH, at)
            if start > content.rfind(">", at - STRETCH, at) and LONG_TAGS.match(content, start):
                return True
    return False


def _bounded(tag: re.Match[str]) -> str:
    """The beginning of the tag as it is, or without attributes where they are too many."""
    many = sum(map(tag.group(2).count, " \t\n\r\f/=")) > MOST_ATTRIBUTES
    return f"<{tag.group(1)}" if many else tag.group()


def _parser() -> etree.HTMLParser:
    """A new one each time: a parser keeps what it has read for as long as it lives."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    parser.set_element_class_lookup(ALL_ALIKE)
    return parser
