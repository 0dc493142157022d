"""Every clue to the article's fields: from the envelope, the page, its address."""

import re

from worker.clean import Cleaned
from worker.extract import flattened, json_ld, markup, meta, near
from worker.extract.addresses import host
from worker.extract.beginning import LONGEST_SCRAP
from worker.extract.clues import Clues, Trust, clues, moments
from worker.extract.elements import gather
from worker.extract.headlines import headline_of
from worker.extract.labels import PUBLISHED, UPDATED, labelled
from worker.extract.names import names_of
from worker.extract.scripts import scripted_day
from worker.extract.stamps import parse
from worker.extract.standfirsts import decks
from worker.extract.written_days import days
from worker.model import BoilerplateReason, RawArticle, Source

OPENING_BLOCKS = 3
OPENING = 60
"""A day at the front of the text stands among so many first characters."""
DIGITS = re.compile(r"\d")


def clues_of(raw: RawArticle, cleaned: Cleaned) -> Clues:
    """The clues in the order in which they are trusted: envelope, JSON-LD, meta, markup or text, address."""
    sent = Clues(
        sites=clues([raw.source], Source.ENVELOPE),
        languages=clues([raw.language], Source.ENVELOPE),
    )
    return sent + _of_page(raw, cleaned) + Clues(sites=clues([host(raw.url)], Source.URL))


def _of_page(raw: RawArticle, cleaned: Cleaned) -> Clues:
    if cleaned.markup is None:
        return flattened.read(cleaned.lines)
    elements = gather(cleaned.markup)
    declared = json_ld.read(elements.json_ld) + meta.read(elements)
    headline = headline_of(elements.headings, [clue.value for clue in declared.titles])
    around = near.Near() if headline is None else near.look_around(headline, cleaned.blocks)
    found = declared + near.read(around) + markup.read(elements, headline) + _of_scraps(cleaned)
    found += Clues(decks=decks(elements, around))
    if not any(names_of(each, frozenset()) for each in (*found.authors, *found.bylines)):
        found += Clues(authors=tuple(markup.linked(cleaned.markup)))
    return found if raw.published_at or _tells_day(found) else found + _last_resort(raw, cleaned, found)


def _tells_day(found: Clues) -> bool:
    return any(parse(moment.value).day for moment in found.published if moment.trust < Trust.WEAK)


def _last_resort(raw: RawArticle, cleaned: Cleaned, found: Clues) -> Clues:
    """Where no day stands where days stand: the page's scripts, the title, the opening, and any short line's label."""
    opening = [clue.value for clue in found.titles[:1]] + [
        block.text[:OPENING] for block in cleaned.blocks[:OPENING_BLOCKS]
    ]
    lines = [line.text for line in cleaned.removed if len(line.text) <= LONGEST_SCRAP]
    lines += [block.text for block in cleaned.blocks[-1:] if len(block.text) <= LONGEST_SCRAP]
    said = [each for line in lines if DIGITS.search(line) for each in labelled(line)]
    return Clues(
        published=(
            *scripted_day(raw.content),
            *moments(opening, Source.TEXT, Trust.OPENING),
            *moments((text for label, text in said if label == PUBLISHED), Source.TEXT, Trust.ELSEWHERE),
        ),
        modified=clues((text for label, text in said if label == UPDATED), Source.TEXT),
    )


def _of_scraps(cleaned: Cleaned) -> Clues:
    """What the removed lines say, wherever they stood."""
    scraps = [r.text for r in cleaned.removed if r.reason in {BoilerplateReason.METADATA, BoilerplateReason.BYLINE}]
    return Clues(
        authors=tuple(flattened.signatures(scraps, Source.TEXT)),
        published=moments(days(scraps), Source.TEXT, Trust.ELSEWHERE),
        reading_times=flattened.reading_times(scraps, Source.TEXT),
    )
