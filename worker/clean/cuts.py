"""Boilerplate inside a line: what is glued to the front or the end of a sentence is cut off."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from worker.clean.shapes import CONSENT
from worker.clean.words import TERMINAL, count_words
from worker.model import BoilerplateReason as Reason


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; `reason` is None where nothing speaks against it yet.

    `continues` says that the piece before it stands in the same line.
    """

    text: str
    reason: Reason | None = None
    continues: bool = False


LEADING_ADVERT = re.compile(
    r"^(?:ADVERTISEMENT|Advertisement|Anzeige|ANZEIGE|Publicité|PUBLICITÉ|Publicidad|PUBLICIDAD|Werbung|WERBUNG)\s+"
    r"(?=[^\W_a-z]|[\"“])"
)
SENTENCE_BREAK = re.compile(r"(?<=[.!?。！？])[\"'”’)]*\s+(?=[^\W_a-z]|[\"“'‘(])")
COOKIE = re.compile(r"\bcookies?\b", re.IGNORECASE)
OF_CONSENT = re.compile(
    rf"^(?=.*{CONSENT}).*\b(?:cookies?|privacy|choices|preferences|settings|consent|opt[- ]out|terms|datenschutz\w*"
    r"|einstellungen|confidentialité|préférences|privacidad|preferencias)\b",
    re.IGNORECASE,
)
LONGEST_NOTICE = 2_000
SHORTEST_REST = 5
CREDITS = re.compile(
    r"\s*\((?:additional )?(?:reporting|writing|editing|compiled|translated|with inputs?)\b[^()]{3,300}\)\W*$",
    re.IGNORECASE,
)
READ_MORE = re.compile(
    r"(?<=[.!?”\"])\s*\(?(?:read more|read also|also read|read next|see also|related|lesen sie auch|mehr dazu"
    r"|(?:à )?lire aussi|leggi anche|lee también|lea también|leia também|lees ook|läs också|les også|czytaj też"
    r"|читайте также)\s?[:|»>].{5,160}$",
    re.IGNORECASE,
)
PHOTO_CREDIT = re.compile(
    r"\s*[(\[](?:(?:file )?(?:photo|image|foto|picture|credit)s?(?: credit)?\s?(?::|by|via|courtesy)|ap photo|reuters/)"
    r"[^()\[\]]{2,120}[)\]]\W*$",
    re.IGNORECASE,
)
SHORTEST_CUT = 40
"""Shorter lines are one thing."""
TAIL = 400
"""Endings are looked for in so many last characters of a line, so that a line of any length costs the same."""


def _leading_advert(text: str) -> Iterator[Piece]:
    if match := LEADING_ADVERT.match(text):
        yield Piece(match.group().strip(), Reason.ADVERTISEMENT)
        text = text[match.end() :]
    yield Piece(text)


def _leading_notice(text: str) -> Iterator[Piece]:
    """A consent notice at the front goes up to the last of the sentences in a row that speak of it."""
    end = 0
    if "cookie" not in text[:LONGEST_NOTICE].lower() or not COOKIE.search(text, 0, LONGEST_NOTICE):
        yield Piece(text)
        return
    for match in SENTENCE_BREAK.finditer(text, 0, LONGEST_NOTICE):
        if not OF_CONSENT.search(text[end : match.start()]):
            break
        end = match.end()
    notice, rest = text[:end].rstrip(), text[end:]
    if not COOKIE.search(notice) or _is_notice(rest):
        yield Piece(text)
    else:
        yield Piece(notice, Reason.COOKIE_NOTICE)
        yield Piece(rest)


def _is_notice(rest: str) -> bool:
    """Whether the notice has no article behind it: its last sentence, or a few words of a button."""
    one_sentence = len(rest) < LONGEST_NOTICE and not SENTENCE_BREAK.search(rest)
    return count_words(rest[:TAIL]) < SHORTEST_REST or (one_sentence and OF_CONSENT.search(rest) is not None)


def _trailing(pattern: re.Pattern[str], needs: str, reason: Reason) -> Callable[[str], Iterator[Piece]]:
    """Cuts off an ending that always has one of the characters `needs`; a line without any is not searched."""

    def cut(text: str) -> Iterator[Piece]:
        tail = text[-TAIL:]
        likely = len(text) >= SHORTEST_CUT and any(need in tail for need in needs)
        match = pattern.search(text, max(0, len(text) - TAIL)) if likely else None
        if match and match.start() > 0 and TERMINAL.search(text[max(0, match.start() - 12) : match.start()]):
            yield Piece(text[: match.start()].rstrip())
            yield Piece(match.group().strip(), reason)
        else:
            yield Piece(text)

    return cut


CUTS: tuple[Callable[[str], Iterator[Piece]], ...] = (
    _leading_advert,
    _leading_notice,
    _trailing(CREDITS, "(", Reason.BYLINE),
    _trailing(READ_MORE, ":|»>", Reason.RELATED_LINKS),
    _trailing(PHOTO_CREDIT, "([", Reason.CAPTION),
)


def cut(lines: list[str]) -> list[Piece]:
    """The lines in pieces: what was recognised within a line stands apart, with its reason."""
    return [piece for line in lines for piece in _pieces(line)]


def _pieces(line: str) -> list[Piece]:
    pieces = [Piece(line)]
    if len(line) < SHORTEST_CUT:
        return pieces
    for cutter in CUTS:
        pieces = [new for piece in pieces for new in ((piece,) if piece.reason else cutter(piece.text))]
    return [pieces[0], *(replace(piece, continues=True) for piece in pieces[1:])]
