"""Markdown, so far as articles need it: headings, items of lists, links, emphasis."""

import re
from html import escape, unescape

SURE = re.compile(r"^#{1,6} \S|\]\(https?:|^(?:[*-] .*\n){2}", re.MULTILINE)
HEADING = re.compile(r"(#{1,6}) +(.*)")
ITEM = re.compile(r"\s{0,8}(?:[*+-]|\d{1,3}[.)]) +(.*)")
QUOTE = re.compile(r"> ?(.*)")
PICTURE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,1000}\)")
LINK = re.compile(r"\[([^\[\]]{1,500})\]\([^()]{0,1000}\)")
MARKS = re.compile(r"(\*\*|__|\*|`)(?=\S)([^*_`\n]{1,1000}?)(?<=\S)\1")
BLANK = re.compile(r"\n\s*\n")


def is_markdown(text: str) -> bool:
    """Whether the text has headings, links or lists as Markdown writes them."""
    return SURE.search(text) is not None


def as_html(text: str) -> str:
    """The text as HTML; where it has no blank line each line is a paragraph."""
    return "".join(map(_paragraph, BLANK.split(text) if BLANK.search(text) else text.splitlines()))


def _paragraph(text: str) -> str:
    """A paragraph; headings and items stand on lines of their own."""
    parts: list[str] = []
    running: list[str] = []
    for line in text.splitlines():
        for shape, tag in ((HEADING, "h{}"), (ITEM, "li"), (QUOTE, "blockquote")):
            found = shape.fullmatch(line)
            if found:
                parts += [_running(running), _inline(found[found.lastindex or 1], tag.format(len(found[1])))]
                running = []
                break
        else:
            running.append(line)
    return "".join([*parts, _running(running)])


def _running(lines: list[str]) -> str:
    return _inline(" ".join(lines), "p") if lines else ""


def _inline(text: str, tag: str) -> str:
    plain = MARKS.sub(r"\2", LINK.sub(r"\1", PICTURE.sub("", text))).strip(" #")
    return f"<{tag}>{escape(unescape(plain), quote=False)}</{tag}>" if plain else ""
