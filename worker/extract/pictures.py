"""Figures: an address, a caption, and who took the picture."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from worker.clean.characters import tidy
from worker.extract.clues import Picture
from worker.extract.elements import content_of
from worker.extract.roles import said_by
from worker.model import Image, Source

CREDIT_WORDS = ("credit", "copyright", "photographer", "fotograf", "quelle", "source", "urheber", "byline", "crédit")
CREDIT = re.compile(
    r"\s*(?:[(\[/|]\s*)?(?:"
    r"(?:(?:file |ap |staff )?(?:photo(?:graph)?|image|picture|foto|bild|bildquelle|quelle|illustration)"
    r"(?:\s?(?:credits?|by|:|/|courtesy(?: of)?|von|via|de))+"
    r"|(?:photo )?credits?\s?:|©|\(c\)|copyright\b|crédits?(?: photo)?\s?:|courtesy(?: of)?\b)\s*:?\s*)"
    r"(?P<who>(?!\s|(?:the|an?|der|die|das|le|la|el|il|my|our|your)\b)[^()\[\]]{2,120}?)\s*[)\]]?\s*\.?$",
    re.IGNORECASE,
)
"""Who took a picture, behind a word that says so, at the end of a caption."""
LONGEST_CAPTION = 600
ADDRESSES = ("src", "data-src", "data-original", "data-lazy-src")


def pictures(figures: Sequence[HtmlElement]) -> Iterator[Picture]:
    """Figures with an address and a caption: those without one are as often decoration."""
    for figure in figures:
        image, caption = figure.find(".//img"), figure.find(".//figcaption")
        if image is None or caption is None:
            continue
        url = next((value for name in ADDRESSES if (value := image.get(name)) and not value.startswith("data:")), None)
        text, credit = split_credit(content_of(caption, LONGEST_CAPTION, " "), _marked_credit(figure))
        if url and (text or credit):
            yield Picture(Image(url=url, caption=text or None, credit=credit), Source.MARKUP)


def split_credit(caption: str, marked: str | None = None) -> tuple[str, str | None]:
    """The caption without the credit, and the credit: as its element marks it, else as its words do."""
    if marked:
        caption = tidy(caption.replace(marked, " "))
        found = CREDIT.fullmatch(marked)
        return caption, tidy(found["who"]) if found else marked
    found = CREDIT.search(caption)
    if not found:
        return caption, None
    return tidy(caption[: found.start()]), tidy(found["who"])


def _marked_credit(figure: HtmlElement) -> str | None:
    """The text of the innermost element in the figure that calls itself a credit."""
    for element in figure.iterdescendants("span", "small", "cite", "div", "p", "em", "i", "a"):
        said = said_by(element).lower()
        if any(word in said for word in CREDIT_WORDS) and (text := content_of(element, 200, " ")):
            return text if len(text) <= 120 else None
    return None
