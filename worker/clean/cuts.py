"""Boilerplate inside a line: what is glued to the front or the end of a sentence is cut off."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from worker.clean.cues import CONSENT, COOKIE
from worker.clean.words import TERMINAL, count_words
from worker.model import BoilerplateReason as Reason


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; `reason` is None where nothing speaks against it yet."""

    text: str
    reason: Reason | None = None


LEADING_DATE = re.compile(r"^date (?:\d{4}-\d\d-\d\d)(?:\s+|$)")
SENTENCE_BREAK = re.compile(r"(?<=[.!?。！？])[\"'”’)]*\s+(?=[^\W_a-z]|[\"“'‘(])")
CONSENT_SENTENCE = re.compile(
    rf"{COOKIE}|^(?=.*{CONSENT}).*\b(?:privacy|choices|preferences|settings|consent|opt[- ]out|terms|datenschutz\w*|einstellungen|confidentialité|préférences|privacidad|preferencias)\b",
    re.IGNORECASE,
)  # noqa: E501 - one pattern
LONGEST_NOTICE = 2_000
SHORTEST_REST = 5
LEADING_ADVERT = re.compile(
    r"^(?:ADVERTISEMENT|Advertisement|Anzeige|ANZEIGE|Publicité|PUBLICITÉ|Publicidad|PUBLICIDAD|Werbung|WERBUNG)\s+(?=[^\W_a-z]|[\"“])"
)  # noqa: E501 - one pattern
CREDITS = re.compile(
    r"\s*\((?:additional )?(?:reporting|writing|editing|compiled|translated|with inputs?)\b[^()]{3,300}\)\W*$",
    re.IGNORECASE,
)  # noqa: E501 - one pattern
READ_MORE = re.compile(
    r"(?<=[.!?”\"])\s*\(?(?:read more|read also|also read|read next|see also|related|lesen sie auch|mehr dazu|lire aussi|à lire aussi|leggi anche|lee también|lea también|leia também|lees ook|läs också|les også|czytaj też|читайте также)\s?[:|»>].{5,160}$",
    re.IGNORECASE,
)  # noqa: E501 - one pattern
PHOTO_CREDIT = re.compile(
    r"\s*[(\[](?:(?:file )?(?:photo|image|foto|picture|credit)s?(?: credit)?\s?(?::|by|via|courtesy)|ap photo|reuters/)[^()\[\]]{2,120}[)\]]\W*$",
    re.IGNORECASE,
)  # noqa: E501 - one pattern
TAIL = 400
"""Endings are looked for in so many last characters of a line, so that a line of any length costs the same."""


def _leading_date(text: str) -> Iterator[Piece]:
    yield from _front(text, LEADING_DATE, Reason.METADATA)


def _leading_advert(text: str) -> Iterator[Piece]:
    yield from _front(text, LEADING_ADVERT, Reason.ADVERTISEMENT)


def _leading_notice(text: str) -> Iterator[Piece]:
    """A consent notice at the front goes up to the last of the sentences in a row that speak of it."""
    end = 0
    for match in SENTENCE_BREAK.finditer(text, 0, LONGEST_NOTICE):
        if not CONSENT_SENTENCE.search(text[end : match.start()]):
            break
        end = match.end()
    rest = text[end:]
    if not end or not re.search(r"cookie", text[:end], re.IGNORECASE) or count_words(rest[:TAIL]) < SHORTEST_REST:
        yield Piece(text)
    elif (
        CONSENT_SENTENCE.search(rest[:LONGEST_NOTICE])
        and len(rest) < LONGEST_NOTICE
        and not SENTENCE_BREAK.search(rest)
    ):
        yield Piece(text, Reason.COOKIE_NOTICE)
    else:
        yield Piece(text[:end].rstrip(), Reason.COOKIE_NOTICE)
        yield Piece(rest)


def _trailing(pattern: re.Pattern[str], reason: Reason) -> Callable[[str], Iterator[Piece]]:
    def cut(text: str) -> Iterator[Piece]:
        match = pattern.search(text, max(0, len(text) - TAIL))
        if match and match.start() > 0 and TERMINAL.search(text[max(0, match.start() - 12) : match.start()]):
            yield Piece(text[: match.start()].rstrip())
            yield Piece(match.group().strip(), reason)
        else:
            yield Piece(text)

    return cut


def _front(text: str, pattern: re.Pattern[str], reason: Reason) -> Iterator[Piece]:
    match = pattern.match(text)
    if match:
        yield Piece(match.group().strip(), reason)
        text = text[match.end() :]
    if text:
        yield Piece(text)


CUTS: tuple[Callable[[str], Iterator[Piece]], ...] = (
    _leading_advert,
    _leading_notice,
    _trailing(CREDITS, Reason.BYLINE),
    _trailing(READ_MORE, Reason.RELATED_LINKS),
    _trailing(PHOTO_CREDIT, Reason.CAPTION),
)


def cut(lines: list[str]) -> list[Piece]:
    """The lines in pieces: what was recognised within a line stands apart, with its reason."""
    pieces = [piece for line in lines[:1] for piece in _leading_date(line)]
    pieces += [Piece(line) for line in lines[1:]]
    for cutter in CUTS:
        pieces = [new for piece in pieces for new in ((piece,) if piece.reason else cutter(piece.text))]
    return pieces
