"""Invented news pages: written for training as publishers make them, with the article marked in the markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html as markup

PAGES = Path(__file__).parent / "pages"
MARK = re.compile(r'\sdata-article="\w*"')
NOT_BODY = frozenset({"note"})
"""Marked, but credits and corrections rather than main text."""
BREAKS = frozenset({"br", "div", "dd", "dt", "h2", "h3", "h4", "li", "p", "section", "td", "th", "tr"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """A page without its marks; `body` is a line a paragraph, `site` the name of its invented publisher.

    `language` is a code of two letters.
    """

    site: str
    language: str
    html: str
    title: str
    body: str


def invented(folder: Path = PAGES) -> Iterator[Invented]:
    """All pages of the folder, in the order of their names."""
    for path in sorted(folder.glob("*.html")):
        given = path.read_text(encoding="utf-8")
        tree = markup.document_fromstring(given.encode(), parser=markup.HTMLParser(encoding="utf-8"))
        marked = [each for each in tree.iter("*") if each.get("data-article", "note") not in NOT_BODY]
        yield Invented(
            site=path.stem,
            language=tree.get("lang", "en")[:2].lower(),
            html=MARK.sub("", given),
            title=next((" ".join("".join(map(str, each.itertext())).split()) for each in tree.iter("h1")), ""),
            body="\n".join(line for each in marked for line in _lines(each)),
        )


def _lines(element: markup.HtmlElement) -> Iterator[str]:
    for each in element.iter():
        if each is not element and each.tag in BREAKS:
            each.text = "\n" + (each.text or "")
            each.tail = "\n" + (each.tail or "")
    for line in element.text_content().split("\n"):
        if text := " ".join(line.split()):
            yield text
