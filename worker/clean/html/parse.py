"""From the characters of a page to its tree."""

import re

from lxml import etree
from lxml.html import HtmlElement

LONGEST = 12_000_000
"""Characters of a page that are read; the rest is cut off."""
CLOSED_ROOT = re.compile(r"(<html\b[^>]{0,2000}?)/>", re.IGNORECASE)
HEAD = 4_000
ALL_ALIKE = etree.ElementDefaultClassLookup(element=HtmlElement)
"""What lxml.html does here, a class for each tag, takes longer than the parsing."""


def parse(content: str) -> HtmlElement | None:
    """The tree, without comments and processing instructions; None where there is no element."""
    content = content[:LONGEST].replace("\x00", "")
    # `<html/>` closes the page before it begins, to this parser alone; browsers read on.
    head = CLOSED_ROOT.sub(r"\1>", content[:HEAD], count=1)
    # In UTF-8, because a string that declares another charset is refused.
    source = (head + content[HEAD:]).encode("utf-8", "replace")
    if not source.strip():
        return None
    try:
        tree = etree.fromstring(source, parser=_parser())
    except (etree.XMLSyntaxError, AssertionError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def _parser() -> etree.HTMLParser:
    """A new one each time: a parser keeps what it has read for as long as it lives."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    parser.set_element_class_lookup(ALL_ALIKE)
    return parser
