"""The page's body away from the headline: days, bylines, sections, tags."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from worker.extract.clues import Clue, Clues, Found, Moment, Signature, Trust, clues
from worker.extract.elements import BETWEEN, LONGEST_BYLINE, LONGEST_DATE, Elements, content_of
from worker.extract.headlines import shown
from worker.extract.labels import UPDATED, is_change, labelled
from worker.extract.pictures import pictures
from worker.extract.roles import stands_beside
from worker.model import Source

MOST_AUTHORS = 4
OF_AUTHOR = re.compile(r"/(?:authors?|autor(?:en|es|in)?|auteurs?|staff|writers?|contributors?|journalists?)/[^/?#]")
"""Addresses of pages of those who write."""
MOST_LINKS = 8
"""Of more the most are those of other stories."""
MOST_SEARCHED = 30
"""So many marked elements are looked at closely; the article's own are among the first."""


def read(elements: Elements, headline: HtmlElement | None) -> Clues:
    """What a reader of the page sees of the fields."""
    days = list(_days(elements.dated))
    others = [h for h in elements.headings if h.tag == "h1" and h is not headline]
    return Clues(
        headlines=clues(_headlines(headline, others), Source.MARKUP),
        authors=tuple(Signature(byline, Source.MARKUP) for byline in _bylines(elements)),
        published=tuple(day for day in days if day.trust is not Trust.UPDATED),
        modified=tuple(Found(day.value, day.source) for day in days if day.trust is Trust.UPDATED),
        sections=_section(elements.crumbs),
        tags=clues(elements.tags, Source.MARKUP),
        images=tuple(pictures(elements.figures)),
    )


def _headlines(headline: HtmlElement | None, others: Sequence[HtmlElement]) -> Iterator[str]:
    """The headline without and with its kicker, then the other ones."""
    if headline is not None:
        yield shown(headline)
        yield content_of(headline, between=" ")
    for other in others:
        yield shown(other)


def _bylines(elements: Elements) -> Iterator[str]:
    """First those who are authors by relation or property, where there are so few that they can be of one story."""
    own = _texts(elements.authors)
    if own and len(own) <= MOST_AUTHORS:
        yield BETWEEN.join(own)
    yield from _texts(elements.bylines)


def linked(tree: HtmlElement) -> Iterator[Signature]:
    """Who has a page that is linked to, which weighs no more than text: lists of other stories link to others."""
    links = [link for link in tree.iter("a") if OF_AUTHOR.search(link.get("href") or "")]
    if len(links) <= MOST_LINKS:
        yield from (Signature(name, Source.TEXT) for name in _texts(links))


def _texts(elements: Sequence[HtmlElement]) -> list[str]:
    near = [each for each in elements[:MOST_SEARCHED] if not stands_beside(each)]
    texts = (each.get("content") or content_of(each, LONGEST_BYLINE, BETWEEN) for each in near or elements[:1])
    return list(dict.fromkeys(text for text in texts if text and len(text) <= LONGEST_BYLINE))


def _days(dated: Sequence[HtmlElement]) -> Iterator[Moment]:
    """The days of elements that call themselves so and do not stand beside the article."""
    own = {
        e.get("content") or e.get("datetime") or content_of(e) for e in dated if e.get("itemprop") == "datePublished"
    }
    for element in dated[:MOST_SEARCHED]:
        if stands_beside(element):
            continue
        value = element.get("datetime") or element.get("content") or element.get("title") or ""
        text = content_of(element, LONGEST_DATE)
        about = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        for label, part in labelled(text) if text else [("", "")]:
            declared = len(own) == 1 and element.get("itemprop") == "datePublished"
            changed = label == UPDATED or (is_change(about) and not declared)
            trust = Trust.UPDATED if changed else Trust.DECLARED if declared else Trust.ELSEWHERE
            for each in (value, part):
                if each:
                    yield Moment(each, Source.MARKUP, trust)


def _section(crumbs: Sequence[str]) -> tuple[Clue, ...]:
    """The section next to the start page."""
    return clues(crumbs[1:2] if len(crumbs) > 1 else crumbs[:1], Source.MARKUP)
