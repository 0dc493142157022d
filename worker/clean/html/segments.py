"""The page as a list of segments: stretches of visible text between block elements and line breaks."""

from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from worker.clean.characters import tidy
from worker.clean.html.vocabulary import element_bits

INLINE = frozenset(
    {
        "a", "abbr", "acronym", "amp-img", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "img", "ins", "kbd", "label", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
UNSEEN = frozenset(
    {
        "audio", "base", "canvas", "datalist", "embed", "head", "iframe", "input", "link", "map", "math", "meta",
        "noscript", "object", "optgroup", "option", "param", "script", "select", "source", "style", "svg", "template",
        "textarea", "track", "video",
    }
)  # fmt: skip
EMPHASIS = frozenset({"b", "strong", "em", "i"})
PICTURES = frozenset({"img", "picture"})
SPOKEN_ONLY = ("sr-only", "screen-reader", "visually-hidden")
"""Classes of spans that only screen readers say: `opens in a new window` in the middle of a sentence."""
MOST_SEGMENTS = 10_000
"""A longer page is read so far and no further; the longest article of 1,780 had 2,100 segments."""


@dataclass(slots=True)
class Segments:
    """A page's segments and the containers, its block elements, in which they stand; a list entry each.

    Container 0 is the page. `first` and `last` are the segments of a container: from, and up to but not including.
    """

    texts: list[str] = field(default_factory=list)
    container: list[int] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)
    """Characters in links."""
    emphasised: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    """Line breaks between this segment and the one before it in the same element."""
    pictures: list[int] = field(default_factory=list)
    """Pictures since the segment before."""
    parent: list[int] = field(default_factory=lambda: [0])
    tags: list[str] = field(default_factory=lambda: ["html"])
    bits: list[int] = field(default_factory=lambda: [0])
    path: list[int] = field(default_factory=lambda: [0])
    """The same number for containers with the same tags and names all the way up."""
    first: list[int] = field(default_factory=lambda: [0])
    last: list[int] = field(default_factory=lambda: [0])


def segments_of(tree: HtmlElement) -> Segments:
    """The visible text of the page in order; the tree stays as it is."""
    return _Walk().through(tree)


class _Walk:
    """One walk over a tree: what has been read, and the segment in the making."""

    __slots__ = ("breaks", "buffer", "emphasised", "in_emphasis", "in_link", "linked", "links", "made", "open",
                 "paths", "pictures")  # fmt: skip

    def __init__(self) -> None:
        self.made = Segments()
        self.paths: dict[tuple[str, str, int], int] = {}
        self.open = 0
        self.buffer: list[str] = []
        self.linked = self.emphasised = self.links = self.breaks = self.pictures = 0
        self.in_link = self.in_emphasis = 0

    def through(self, tree: HtmlElement) -> Segments:
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if self._enter(element):
                    walk.skip_subtree()
            else:
                self._leave(element)
                if len(self.made.texts) >= MOST_SEGMENTS:
                    break
        self._flush()
        while self.open:
            self._close()
        self.made.last[0] = len(self.made.texts)
        return self.made

    def _enter(self, element: HtmlElement) -> bool:
        """Take the element's start in; whether what is in it is not to be seen."""
        tag = element.tag
        if tag in INLINE:
            return self._enter_inline(element, tag)
        if tag == "br":
            there = len(self.made.texts)
            self._flush()
            self.breaks = self.breaks + 1 if len(self.made.texts) == there else 1
            return False
        self._flush()
        if tag in UNSEEN:
            return True
        self.breaks = 0
        self._open(tag, element.items())
        self._text(element.text)
        return False

    def _enter_inline(self, element: HtmlElement, tag: str) -> bool:
        if tag == "a":
            self.in_link += 1
            self.links += 1
        elif tag in EMPHASIS:
            self.in_emphasis += 1
        elif tag in PICTURES:
            self.pictures += 1
        elif tag == "span":
            names = element.get("class")
            if names and any(name in names for name in SPOKEN_ONLY):
                return True
        self._text(element.text)
        return False

    def _leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in INLINE:
            if tag == "a":
                self.in_link -= 1
            elif tag in EMPHASIS:
                self.in_emphasis -= 1
        elif tag != "br" and tag not in UNSEEN:
            self._flush()
            self.breaks = 0
            self._close()
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self.buffer.append(text)
            if self.in_link:
                self.linked += len(text)
            if self.in_emphasis:
                self.emphasised += len(text)

    def _open(self, tag: str, attributes: list[tuple[str, str]]) -> None:
        made = self.made
        bits, names = element_bits(tag, attributes)
        made.parent.append(self.open)
        made.tags.append(tag)
        made.bits.append(bits)
        made.path.append(self.paths.setdefault((tag, names, made.path[self.open]), len(self.paths) + 1))
        made.first.append(len(made.texts))
        made.last.append(len(made.texts))
        self.open = len(made.parent) - 1

    def _close(self) -> None:
        self.made.last[self.open] = len(self.made.texts)
        self.open = self.made.parent[self.open]

    def _flush(self) -> None:
        """End the segment in the making; one without a visible character is none."""
        if self.buffer:
            text = tidy("".join(self.buffer))
            self.buffer.clear()
            if text:
                made = self.made
                made.texts.append(text)
                made.container.append(self.open)
                made.linked.append(self.linked)
                made.emphasised.append(self.emphasised)
                made.links.append(self.links)
                made.breaks.append(self.breaks)
                made.pictures.append(self.pictures)
                self.breaks = self.pictures = 0
        self.linked = self.emphasised = self.links = 0
