"""The page's body: headings, `time` elements, bylines and figures."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from worker.extract.clues import Clue, Clues, Picture, Signature, clues
from worker.extract.elements import BETWEEN, Elements, content_of
from worker.model import Image, Source

MOST_AUTHORS = 4
MODIFIED_WORDS = ("updat", "modif", "edited", "aktualis")
PUBLISHED_WORDS = (
    "publish",
    "pubdate",
    "created",
    "posted",
    "entry-date",
    "dateline",
    "post-date",
    "byline",
    "timestamp",
)


def read(elements: Elements) -> Clues:
    """What a reader of the page sees of the fields."""
    published, modified = _times(elements.times)
    return Clues(
        headlines=clues(elements.h1, Source.MARKUP),
        authors=tuple(Signature(byline, Source.MARKUP) for byline in _bylines(elements)),
        published=published,
        modified=modified,
        images=tuple(_pictures(elements.figures)),
    )


def _bylines(elements: Elements) -> list[str]:
    """First those who are authors by relation or property, where there are so few that they can be of one story."""
    few = len(elements.authors) <= MOST_AUTHORS
    return [BETWEEN.join(elements.authors), *elements.bylines] if elements.authors and few else elements.bylines


def _times(times: list[HtmlElement]) -> tuple[tuple[Clue, ...], tuple[Clue, ...]]:
    """The moments of publication, those that say so first, and of modification."""
    said: list[str] = []
    plain: list[str] = []
    modified: list[str] = []
    for element in times:
        stamp = element.get("datetime") or element.get("content") or content_of(element, 60)
        about = " ".join(filter(None, (element.get("class"), element.get("itemprop"), _parent_words(element)))).lower()
        if any(word in about for word in MODIFIED_WORDS):
            modified.append(stamp)
        else:
            (said if "pubdate" in element.attrib or any(word in about for word in PUBLISHED_WORDS) else plain).append(
                stamp
            )
    return clues([*said, *plain], Source.MARKUP), clues(modified, Source.MARKUP)


def _parent_words(element: HtmlElement) -> str:
    parent = element.getparent()
    return "" if parent is None else f"{parent.get('class') or ''} {parent.get('itemprop') or ''}"


def _pictures(figures: list[HtmlElement]) -> Iterator[Picture]:
    """Figures with an address and a caption: those without one are as often decoration."""
    for figure in figures:
        image, caption = figure.find(".//img"), figure.find(".//figcaption")
        url = None if image is None else image.get("src") or image.get("data-src")
        text = "" if caption is None else content_of(caption)
        if url and text:
            yield Picture(Image(url=url, caption=text), Source.MARKUP)
