"""The page as a list of segments: stretches of visible text between block elements and line breaks."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from worker.clean.characters import tidy
from worker.clean.html.vocabulary import TAG_BITS, element_bits

INLINE = frozenset(
    {
        "a", "abbr", "acronym", "amp-img", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "img", "ins", "kbd", "label", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
UNSEEN = frozenset(
    {
        "audio", "base", "canvas", "datalist", "embed", "iframe", "input", "link", "map", "math", "meta", "noscript",
        "object", "optgroup", "option", "param", "script", "select", "source", "style", "svg", "template", "textarea",
        "title", "track", "video",
    }
)  # fmt: skip
"""Not the head: a page without `<body>` leaves its article there, since the parser closes it at HTML 4's tags alone."""
BLOCK, PLAIN, LINK, EMPHASIS, PICTURE, SPAN, BREAK, HIDDEN = range(8)
"""What a tag does to the segment in the making; what is not in the tables below is a block."""
KINDS = {
    **dict.fromkeys(INLINE, PLAIN),
    **dict.fromkeys(UNSEEN, HIDDEN),
    **dict.fromkeys(("b", "strong", "em", "i"), EMPHASIS),
    **dict.fromkeys(("img", "picture"), PICTURE),
    "a": LINK,
    "span": SPAN,
    "br": BREAK,
}
SPOKEN_ONLY = ("sr-only", "screen-reader", "visually-hidden")
"""Classes of spans that only screen readers say: `opens in a new window` in the middle of a sentence."""
MOST_SEGMENTS = 10_000
"""A longer page is read so far and no further; the longest article of 1,780 had 2,100 segments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments:
    """A page's segments and the containers, its block elements, in which they stand; an entry each.

    Container 0 is the page. `first` and `last` are the segments of a container: from, and up to but not including.
    """

    texts: tuple[str, ...]
    container: tuple[int, ...]
    linked: tuple[int, ...]
    """Characters in links."""
    emphasised: tuple[int, ...]
    links: tuple[int, ...]
    breaks: tuple[int, ...]
    """Line breaks between this segment and the one before it in the same element."""
    pictures: tuple[int, ...]
    """Pictures since the segment before."""
    parent: tuple[int, ...]
    tags: tuple[str, ...]
    bits: tuple[int, ...]
    path: tuple[int, ...]
    """The same number for containers with the same tags and names all the way up."""
    first: tuple[int, ...]
    last: tuple[int, ...]


def segments_of(tree: HtmlElement) -> Segments | None:
    """The visible text of the page in order, None where there is none; the tree stays as it is."""
    walk = _Walk()
    walk.through(tree)
    if not walk.segments:
        return None
    texts, container, linked, emphasised, links, breaks, pictures = zip(*walk.segments, strict=True)
    parent, tags, bits, path, first = zip(*walk.containers, strict=True)
    return Segments(
        texts=texts,
        container=container,
        linked=linked,
        emphasised=emphasised,
        links=links,
        breaks=breaks,
        pictures=pictures,
        parent=parent,
        tags=tags,
        bits=bits,
        path=path,
        first=first,
        last=tuple(walk.last),
    )


class _Walk:
    """One walk over a tree: what has been read, and the segment in the making."""

    __slots__ = ("above", "breaks", "buffer", "containers", "emphasised", "empty", "in_emphasis", "in_link", "last",
                 "linked", "links", "open", "paths", "pictures", "segments")  # fmt: skip

    def __init__(self) -> None:
        self.segments: list[tuple[str, int, int, int, int, int, int]] = []
        self.containers: list[tuple[int, str, int, int, int]] = [(0, "html", 0, 0, 0)]
        self.last = [0]
        self.paths: dict[tuple[str, str, int], int] = {}
        self.above: list[tuple[HtmlElement, int]] = []
        """The elements that are open, but for the one that is read, and what each does."""
        self.open = 0
        self.empty: list[HtmlElement] = []
        """Block elements that are open, the outer first, and have no text yet: one in four never has."""
        self.buffer: list[str] = []
        self.linked = self.emphasised = self.links = self.breaks = self.pictures = 0
        self.in_link = self.in_emphasis = 0

    def through(self, tree: HtmlElement) -> None:
        """Read the tree, or so much of it as is read of any page."""
        self._read(tree)
        while self.open or self.empty:
            self._close()
        self._flush()
        self.last[0] = len(self.segments)

    def _read(self, tree: HtmlElement) -> None:
        """From child to sibling: iterators of lxml take half as long again, and walk through what is not seen."""
        kinds, enters, above = KINDS.get, self._enter, self.above
        element: HtmlElement | None = tree
        while element is not None:
            kind = kinds(element.tag, BLOCK)
            if kind == PLAIN or enters(kind, element):
                text = element.text
                if text and (self.buffer or not text.isspace()):
                    self._text(text)
                if len(element):
                    above.append((element, kind))
                    element = element[0]
                    continue
            element = self._behind(element, kind)

    def _behind(self, element: HtmlElement, kind: int) -> HtmlElement | None:
        """What begins after the element's end and the ends that follow; None at the end of what is read."""
        above = self.above
        while True:
            if kind != PLAIN:
                self._leave(kind)
                if len(self.segments) >= MOST_SEGMENTS:
                    return None
            text = element.tail
            if text and (self.buffer or not text.isspace()):
                self._text(text)
            if not above:
                return None
            following: HtmlElement | None = element.getnext()
            if following is not None:
                return following
            element, kind = above.pop()

    def _enter(self, kind: int, element: HtmlElement) -> bool:
        """Take the element's start in; whether what is in it is to be seen."""
        if kind == BLOCK:
            if self.buffer:
                self._flush()
            self.breaks = self.links = 0
            self.empty.append(element)
        elif kind == LINK:
            self.in_link += 1
            self.links += 1
        elif kind == HIDDEN:
            self._flush()
            return False
        elif kind == SPAN:
            return _is_seen(element)
        elif kind == EMPHASIS:
            self.in_emphasis += 1
        elif kind == PICTURE:
            self.pictures += 1
        else:
            self.breaks = 1 if self._flush() else self.breaks + 1
        return True

    def _leave(self, kind: int) -> None:
        """Take the element's end in."""
        if kind == BLOCK:
            self._close()
        elif kind == LINK:
            self.in_link -= 1
        elif kind == EMPHASIS:
            self.in_emphasis -= 1

    def _text(self, text: str) -> None:
        self.buffer.append(text)
        if self.in_link:
            self.linked += len(text)
        if self.in_emphasis:
            self.emphasised += len(text)

    def _open(self) -> None:
        """Make containers of the block elements that now have text."""
        containers, paths = self.containers, self.paths
        for element in self.empty:
            tag, attributes = element.tag, element.items()
            bits, names = element_bits(tag, attributes) if attributes else (TAG_BITS.get(tag, 0), "")
            path = paths.setdefault((tag, names, containers[self.open][3]), len(paths) + 1)
            containers.append((self.open, tag, bits, path, len(self.segments)))
            self.open = len(self.last)
            self.last.append(0)
        self.empty.clear()

    def _close(self) -> None:
        """End the innermost block element."""
        if self.buffer:
            self._flush()
        self.breaks = self.links = 0
        if self.empty:
            self.empty.pop()
            return
        self.last[self.open] = len(self.segments)
        self.open = self.containers[self.open][0]

    def _flush(self) -> bool:
        """End the segment in the making; whether there was one: without a visible character there is none."""
        if not self.buffer:
            self.links = 0
            return False
        text = tidy("".join(self.buffer))
        self.buffer.clear()
        if text:
            if self.empty:
                self._open()
            self.segments.append(
                (text, self.open, self.linked, self.emphasised, self.links, self.breaks, self.pictures)
            )
            self.breaks = self.pictures = 0
        self.linked = self.emphasised = self.links = 0
        return bool(text)


def _is_seen(span: HtmlElement) -> bool:
    names = span.get("class")
    return names is None or not any(name in names for name in SPOKEN_ONLY)
