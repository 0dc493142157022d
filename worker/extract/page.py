"""Every clue to the article's fields: from the envelope, the page, its address."""

from worker.clean import Cleaned
from worker.extract import flattened, json_ld, markup, meta
from worker.extract.addresses import host
from worker.extract.clues import Clues, clues
from worker.extract.elements import gather
from worker.extract.library import searched_date
from worker.extract.stamps import parse
from worker.model import BoilerplateReason, RawArticle, Source


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
    found = json_ld.read(elements.json_ld) + meta.read(elements) + markup.read(elements)
    if not raw.published_at and not any(parse(clue.value).day for clue in found.published):
        found += Clues(published=searched_date(cleaned.markup, raw.url, raw.fetched_at))
    scraps = [r.text for r in cleaned.removed if r.reason in {BoilerplateReason.METADATA, BoilerplateReason.BYLINE}]
    return found + Clues(
        authors=tuple(flattened.signatures(scraps, Source.TEXT)),
        reading_times=flattened.reading_times(scraps, Source.TEXT),
    )
