"""What the section holds."""

from dataclasses import dataclass
from enum import StrEnum

from worker.model import Mention, Span


class QuotationKind(StrEnum):
    """How much of what is said stands in quotation marks: all of it, some of it, nothing."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks, as written beside the quotation; `entity` is the id of the entity that this is, where that is known.

    `text` may be a pronoun or an office: "he", "the minister".
    """

    start: int
    end: int
    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Somebody's words, quoted or reported, at code points `start` up to `end`, the marks included.

    Where the cue interrupts what is said, it stands within, and `parts` are the words themselves.
    """

    start: int
    end: int
    text: str
    kind: QuotationKind
    cue: Mention | None = None
    speaker: Speaker | None = None
    parts: tuple[Span, ...] = ()
