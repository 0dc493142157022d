"""What of an HTML page is not in the article: its lines, with the reasons that words and markup give."""

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from worker.clean.characters import tidy
from worker.clean.cleaned import Block
from worker.clean.cues import cue
from worker.clean.decide import outside_reason
from worker.clean.words import count_words, ends_sentence
from worker.model import BoilerplateReason, Removed

INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "img", "ins",
        "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
        "tt", "u",
        "var", "wbr",
    }
)  # fmt: skip
UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "textarea", "select", "iframe", "object"})
MARKUP_REASONS = {
    "nav": BoilerplateReason.NAVIGATION,
    "footer": BoilerplateReason.NAVIGATION,
    "figcaption": BoilerplateReason.CAPTION,
    "h1": BoilerplateReason.TITLE,
    "address": BoilerplateReason.BYLINE,
}
MOST_LINES = 2_000
LONGEST_ARTICLE = 300_000
"""Beyond these nothing more is told: the search must not cost more than the extraction."""


def leftovers(tree: HtmlElement, blocks: Sequence[Block]) -> tuple[Removed, ...]:
    """The page's lines that are nowhere in the blocks, each as often as the page has it."""
    article = "\n".join(block.text for block in blocks)
    if len(article) > LONGEST_ARTICLE:
        return ()
    return tuple(
        Removed(reason=_reason(line, markup), text=line) for line, markup in _lines(tree) if line not in article
    )


def lines_of(tree: HtmlElement) -> list[str]:
    """All visible text of the page, a line a block element."""
    return [line for text, _ in _runs(tree) if (line := tidy(text))]


def _reason(line: str, markup: BoilerplateReason | None) -> BoilerplateReason:
    words = count_words(line)
    return cue(line, words) or markup or outside_reason(words, sentence_end=ends_sentence(line))


def _lines(tree: HtmlElement) -> Iterator[tuple[str, BoilerplateReason | None]]:
    """The visible text, a line a block element, with what the markup around says of it; the first so many lines."""
    return islice(((tidy(text), markup) for text, markup in _runs(tree) if text.strip()), MOST_LINES)


def _runs(tree: HtmlElement) -> Iterator[tuple[str, BoilerplateReason | None]]:
    parts: list[str] = []
    reasons: list[BoilerplateReason | None] = [None]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag not in INLINE:
            yield "".join(parts), reasons[-1]
            parts.clear()
        if event == "end":
            reasons.pop()
            parts.append(element.tail or "")
            continue
        reasons.append(MARKUP_REASONS.get(element.tag, reasons[-1]))
        if element.tag in UNSEEN:
            walk.skip_subtree()
        else:
            parts.append(element.text or "")
