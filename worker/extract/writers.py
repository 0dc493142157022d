"""Who wrote a flattened page: the likeliest of the names on its short lines by a conditional logit, or nobody."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

from worker.clean import Line
from worker.clean.shapes import CLOCK, DAY
from worker.extract.beginning import LONGEST_SCRAP, head
from worker.extract.byline_words import others
from worker.extract.written_names import BY, BY_HOUSE, CAPITALS_ALONE, INTRODUCTIONS, MONTH_DAY, NAME, NAMES, is_scrap
from worker.model import BoilerplateReason as Reason

ABOVE_TITLE, BELOW_FIRST, BELOW_TITLE = 4, 4, 12
"""Where bylines stand: so many lines above the title or where it may be, below the article's first, below the title."""
ROLE_WORDS = 8
TOP_LINES = 3
"""A byline may be taken for text there, and counts as one."""
GLUED = re.compile(
    r"(?<=[a-zß-ÿ])(?=(?:(?i:last updated|long read)|published|updated|posted)\b)|(?<=[A-Z]{2})(?=By [A-Z])"
    r"|(?<=Advertisement)(?=[A-Z])|(?<=main content)(?=[A-Z])"
)
AT_FRONT = re.compile(
    rf"^[^\w]*(?:(?:Advertisement|ADVERTISEMENT|Skip to main content)\s?)?(?!(?:By|BY|Von|Par|Por)\b)(?P<names>{NAMES})"
)
AND_NOTHING_ELSE = re.compile(r"(?:\s?,| and| in| on)?\W*(?:(?<=[,|•·–—-] )[A-Z][\w.&]+(?: [A-Z][\w.&]+){0,2})?")
"""What may stand behind names that are alone on a line: nothing, or whom they write for, `, NBA.com`, ` | Reuters`."""
DAY_OR_CLOCK = re.compile(rf"(?i:{DAY}|{CLOCK})")
DATED = re.compile(
    rf"\W{{0,9}}(?:(?i:published|updated|last updated|posted)|\d+ (?:min|hours?|days?)|(?:on )?{MONTH_DAY})"
)
BEFORE_DAY, LONGEST_DAY = 50, 40
EMPLOYED = re.compile(
    r"^[\s,|·•–—(-]*(?:(?:[A-Z][\w.'&-]+|and|of|at|for|&|the)\s+){0,4}(?:Staff|Senior|Chief|Contribut\w+|Reporter|Editor"
    r"|Writer|Correspondent|Columnist|Associate|Assistant|Special|Journalist|Author|Analyst|Producer|Freelance|Executive"
    r"|Managing|Deputy|MD|Ph\.?D\.?|Press|Times|Post|Tribune|News|Telegram|Courier|Enquirer|Herald|NETWORK|Gazette|Journal)\b"
)
ACCOUNT = re.compile(r"\W{0,9}(?:@|\S{1,40}@\S{1,40}\.)")
BIOGRAPHY = re.compile(
    rf"^\W*(?P<names>{NAME})(?: {NAME})?,?\s+(?:\([^)]{{2,20}}\) )?(?:(?:is|was|has been)\b.{{0,90}}?\b(?i:writer"
    r"|editor|reporter|journalist|correspondent|contribut\w+|author|columnist|blogger|critic|producer|freelance\w*|analyst|fellow"
    r"|professor|expert|writing|covering|reporting)\b|(?:writes|covers|reports|joined)\b)"
)
CAPITALS = re.compile(r"[A-ZÀ-Þ]\S* (?:[a-z]\S* ){0,2}[A-ZÀ-Þ]")
"""Without two words in capitals there is no name; nine lines of ten are done with that."""
CAPITALISED = re.compile(r"[^\W\d_][\w'’-]+")


class Traits(NamedTuple):
    """What speaks for names on a line, or against them, as those of the writers."""

    by: float
    dated: float
    """Whether a day or a clock time comes behind them, or on the next line."""
    employed: float
    """Whether the next line tells what they do."""
    introduced: float
    """Whether the line before ends in `by`, or the like."""
    biography: float
    under_title: float
    """Whether the line stands between title and article."""
    nearness: float
    """Minus the logarithm of the distance to title or article, in lines."""
    above: float
    """Whether it stands above the title."""
    small: float
    """The share of their words that the page writes small too: `Privacy Policy` is nobody."""
    byline: float
    """Whether cleaning took the line for a byline or a date."""
    kept: float
    any: float


WEIGHTS = Traits(2.4, 1.9, 2.1, 4.2, 4.5, 0.7, 0.85, -1.0, -4.0, 0.45, -2.2, 0.25)
"""Rounded from what `python -m training.writers` learns; `any` is .5 higher: nobody is as wrong as another."""


class Names(NamedTuple):
    """Names as a line gives them, and what speaks for them."""

    text: str
    traits: Traits


class Given(NamedTuple):
    """Names on a line, what stands behind them there, and what it says of them: `by`, `biography` or nothing."""

    names: str
    behind: str
    said: str = ""

    @property
    def alone(self) -> bool:
        """Whether nothing else is on the line."""
        return AND_NOTHING_ELSE.fullmatch(self.behind) is not None


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, where its article begins and its title is, and its words as they are written."""

    lines: Sequence[Line]
    first: int
    title: int | None
    words: frozenset[str]

    @property
    def head(self) -> int:
        """The title, or where it may be."""
        return head(self.first, self.title)


def writers(lines: Sequence[Line], first: int, title: int | None) -> str | None:
    """The likeliest names, or None where nobody is likelier."""
    scored = ((sum(map(mul, names.traits, WEIGHTS)), names.text) for names in candidates(lines, first, title))
    score, text = max(scored, key=lambda scored: scored[0], default=(0.0, None))
    return text if score > 0 else None


def candidates(lines: Sequence[Line], first: int, title: int | None) -> Iterator[Names]:
    """Names with any word, sign or place that may make them those of the writers."""
    words = frozenset(word for line in lines for word in line.text.split())
    page = Page(lines, first, title, words)
    bottom = max(first + BELOW_FIRST, page.head + BELOW_TITLE)
    for i in range(max(0, page.head - ABOVE_TITLE), len(lines)):
        if lines[i].reason is Reason.TITLE or not CAPITALS.search(lines[i].text):
            continue
        for given in _given(lines[i], near=i < bottom):
            if (
                given.said
                or given.alone
                or _is_dated(given.behind)
                or any(p.match(given.behind) for p in (EMPLOYED, ACCOUNT))
            ):
                yield Names(given.names, _traits(page, i, given))


def _given(line: Line, *, near: bool) -> Iterator[Given]:
    """Names that a line gives."""
    if len(line.text) <= LONGEST_SCRAP:
        text = GLUED.sub(" ", line.text)
        scrap = is_scrap(text)
        by = (BY.search(text) if scrap or near else None) or (BY_HOUSE.search(text) if scrap else None)
        signed = (by, CAPITALS_ALONE.match(text))
        front = AT_FRONT.match(text) if scrap or line.reason else None
        end = len(others().split(text)[0]) if front or any(signed) else 0
        for match, said in (*((match, "by") for match in signed), (front, "")):
            if match and match.end() <= end:
                yield Given(match["names"], text[match.end() : end], said)
    if match := BIOGRAPHY.match(line.text):
        yield Given(match["names"], ".", "biography")


def _is_dated(behind: str) -> bool:
    """Whether a day or a clock time stands at the front, with an office or an account before it at most."""
    found = DAY_OR_CLOCK.search(behind, 0, BEFORE_DAY + LONGEST_DAY)
    return DATED.match(behind) is not None or (found is not None and found.start() <= BEFORE_DAY)


def _traits(page: Page, i: int, given: Given) -> Traits:
    before = page.lines[i - 1].text.casefold() if i else ""
    after = page.lines[i + 1].text if given.alone and i + 1 < len(page.lines) else ""
    words = CAPITALISED.findall(re.split(r",| (?:and|und|et|y|en|och|og) ", given.names)[0])
    return Traits(
        by=given.said == "by",
        dated=_is_dated(given.behind or after),
        employed=len(after.split()) < ROLE_WORDS and EMPLOYED.match(after) is not None,
        introduced=before in INTRODUCTIONS or (before.endswith((" by", "by:")) and not others().search(before)),
        biography=given.said == "biography",
        under_title=page.title is not None and page.title < i < page.first,
        nearness=-math.log(1 + min(abs(i - page.first), abs(i - (page.first if page.title is None else page.title)))),
        above=i < page.head,
        small=sum(word.lower() in page.words for word in words) / max(1, len(words)),
        byline=page.lines[i].reason in {Reason.BYLINE, Reason.METADATA},
        kept=page.lines[i].reason is None and (i >= page.first + TOP_LINES or not is_scrap(page.lines[i].text)),
        any=1,
    )
