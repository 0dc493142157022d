"""What cleaning makes of a page."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from worker.model import BoilerplateReason, ParagraphKind, Removed, SkipReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading or list item of the article: tidy, and never empty."""

    text: str
    kind: ParagraphKind = ParagraphKind.PARAGRAPH


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a flattened page with what was decided of it: `reason` is None where it is article."""

    text: str
    reason: BoilerplateReason | None = None
    kind: ParagraphKind = ParagraphKind.PARAGRAPH


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The article's blocks in order, what was removed, and what is left to read the other fields from.

    `markup` is the parsed page, which nobody may change; None where the page came flattened. `lines` are all
    lines of a flattened page, kept and removed, in order; empty where the page came as HTML. `skip` says why the
    page is no article, where it says so itself.
    """

    blocks: tuple[Block, ...] = ()
    removed: tuple[Removed, ...] = ()
    markup: HtmlElement | None = None
    lines: tuple[Line, ...] = ()
    skip: SkipReason | None = None
