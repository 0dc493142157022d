"""The fields of a flattened page: read from the lines around the article, and from those alone."""

import re
from collections.abc import Iterable, Iterator, Sequence

from worker.clean import Line
from worker.clean.shapes import CLOCK, READING_TIME, SIGNATURE
from worker.clean.words import WORD, count_words
from worker.extract.agencies import AGENCY_BYLINE
from worker.extract.beginning import LONGEST_SCRAP, NEAR_LINES, beginning, head
from worker.extract.clues import Clue, Clues, Deck, Found, Signature, Trust, clues, moments
from worker.extract.signed_titles import signed_title
from worker.extract.writers import writers
from worker.extract.written_days import changed, published, published_elsewhere
from worker.extract.written_names import NAMES, signed
from worker.extract.zones import ABBREVIATION
from worker.model import BoilerplateReason as Reason
from worker.model import Source

READS = re.compile(READING_TIME, re.IGNORECASE)
SIGNED = re.compile(SIGNATURE)
REPORTED = re.compile(r"^\(?(?:additional )?(?:reporting|writing|written|reported) by\s+([^;()]+)", re.IGNORECASE)
AFTER_CLOCK = re.compile(rf"(?i:{CLOCK})\s*(?:{ABBREVIATION})\s?({NAMES})$")
"""Names and nothing else behind a clock time with its zone."""
UNDER_FIRST = 3
"""So many lines that were kept may still be a byline that was taken for text."""
DECK_WORDS = 10


def read(lines: Sequence[Line]) -> Clues:
    """What the lines say of the fields, those near the article's beginning above all."""
    first, title = beginning(lines)
    near = lines[max(0, min(first - NEAR_LINES, head(first, title))) : first]
    scraps = [line.text for line in near if line.reason in {Reason.METADATA, Reason.BYLINE, Reason.OTHER}]
    headline, signer = ("", None) if title is None else signed_title(lines[title].text, _text(lines, title + 1))
    named = signer or writers(lines, first, title)
    return Clues(
        headlines=clues([headline], Source.TEXT),
        decks=tuple(_decks(lines, first, title)),
        authors=(Signature(named, Source.TEXT),) if named else (*signatures(scraps, Source.TEXT), *_reporters(lines)),
        published=(
            *moments(published(lines, first, title), Source.TEXT, Trust.SHOWN),
            *moments(published_elsewhere(lines, first), Source.TEXT, Trust.WEAK),
        ),
        modified=clues(changed(lines, first, title), Source.TEXT),
        reading_times=reading_times((line.text for line in lines[: first + 1]), Source.TEXT),
    )


def _decks(lines: Sequence[Line], first: int, title: int | None) -> Iterator[Deck]:
    """Lines between title and text that the text repeats, then those that are a sentence."""
    above = lines[head(first, title) + (title is not None) : first]
    may_be = [line for line in above if line.reason in {Reason.REPEATED, Reason.OTHER}]
    text = {_words(line.text) for line in lines[first:] if line.reason is None} if may_be else set()
    again = [line for line in may_be if line.reason is Reason.REPEATED or _words(line.text) in text]
    yield from (Deck(line.text, Source.TEXT) for line in again)
    top = next((i for i, line in enumerate(lines) if line.reason is None), first)
    if _stands_apart(lines[top : top + 1 + UNDER_FIRST]):
        yield Deck(lines[top].text, Source.TEXT)
    if title is not None:
        yield from (
            Deck(line.text, Source.TEXT, marked=False) for line in may_be if count_words(line.text) >= DECK_WORDS
        )


def _stands_apart(lines: Sequence[Line]) -> bool:
    """Whether a byline or a date comes right under the first line of the text, which is then above the text proper."""
    return len(lines) > 1 and lines[1].reason in {Reason.BYLINE, Reason.METADATA}


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in WORD.findall(text))


def _text(lines: Sequence[Line], i: int) -> str:
    return lines[i].text if i < len(lines) else ""


def signatures(scraps: Iterable[str], source: Source) -> Iterator[Signature]:
    """Those who sign in short texts: behind a `by`, or an agency at the end."""
    for scrap in scraps:
        if len(scrap) > LONGEST_SCRAP:
            continue
        if match := AFTER_CLOCK.search(scrap):
            yield Signature(match[1], source)
        elif name := next(signed(scrap), None):
            yield Signature(name, source)
        elif SIGNED.match(scrap):
            yield Signature(scrap, source)
        elif match := AGENCY_BYLINE.search(scrap):
            yield Signature(match[1], source)


def _reporters(lines: Sequence[Line]) -> Iterator[Signature]:
    """Those whom a credit line such as `(Reporting by …)` names."""
    for line in lines:
        if line.reason is Reason.BYLINE and (match := REPORTED.match(line.text)):
            yield Signature(match[1], Source.TEXT)


def reading_times(texts: Iterable[str], source: Source) -> tuple[Clue, ...]:
    """The figures like `3 min read` in short texts."""
    found = (READS.search(text) for text in texts if len(text) <= LONGEST_SCRAP)
    return tuple(Found(match.group(), source) for match in found if match)
