"""Why a segment is not part of the article: by its markup, its words, else its place."""

import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from worker.clean.cues import cue
from worker.clean.decide import MENU_WORDS, outside_reason
from worker.clean.html.choose import Choice, telling
from worker.clean.html.features import Rows
from worker.clean.html.segments import Segments
from worker.clean.html.vocabulary import BIT
from worker.clean.words import ends_sentence
from worker.model import BoilerplateReason, Removed

MOST = 2_000
"""No more of a page is told."""
MOST_CUE_WORDS = 60
DIGIT = re.compile(r"\d")
YEAR_OR_CLOCK = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[.:/]\d\d\b")
LOOKED_AT = 300
"""Characters from the beginning in which a year or a time of day is looked for."""
TITLE_LIKE = 0.7
LEVELS = 4
BY_NAME = (
    ("cookie", BoilerplateReason.COOKIE_NOTICE),
    ("caption", BoilerplateReason.CAPTION),
    ("<figcaption>", BoilerplateReason.CAPTION),
    ("comment", BoilerplateReason.COMMENT),
    ("share", BoilerplateReason.SHARE_BAR),
    ("newsletter", BoilerplateReason.SUBSCRIPTION),
    ("related", BoilerplateReason.RELATED_LINKS),
    ("teaser", BoilerplateReason.RELATED_LINKS),
    ("popular", BoilerplateReason.RELATED_LINKS),
    ("author", BoilerplateReason.BYLINE),
    ("nav", BoilerplateReason.NAVIGATION),
    ("<nav>", BoilerplateReason.NAVIGATION),
    ("role-navigation", BoilerplateReason.NAVIGATION),
    ("tags", BoilerplateReason.METADATA),
    ("<footer>", BoilerplateReason.NAVIGATION),
)
"""The first that an element has, from the segment's own outwards."""
NAME_REASONS = tuple((BIT[name], reason) for name, reason in BY_NAME)
ANY_NAME = sum({bit for bit, _ in NAME_REASONS})


def removed(page: Segments, rows: Rows, kept: Choice) -> Iterator[Removed]:
    """What is not kept, in order, each with its reason."""
    words, title = np.rint(np.expm1(rows["words"])).tolist(), rows["title"].tolist()
    told = telling(rows).tolist()
    seen = {text for text, chosen in zip(page.texts, kept.tolist(), strict=True) if chosen}
    by_markup: dict[int, BoilerplateReason | None] = {}
    for i in np.nonzero(~kept)[0][:MOST].tolist():
        text, at = page.texts[i], page.container[i]
        if title[i] >= TITLE_LIKE:
            reason = BoilerplateReason.TITLE
        elif words[i] > MENU_WORDS and text in seen:
            reason = BoilerplateReason.REPEATED
        else:
            if at not in by_markup:
                by_markup[at] = _by_markup(page, at)
            reason = by_markup[at] or _by_words(text, words[i], told=told[i])
        yield Removed(reason=reason, text=text)


def _by_words(text: str, words: int, *, told: bool) -> BoilerplateReason:
    """What the words give away, else by the shape."""
    looked_at = words <= MOST_CUE_WORDS and (told or _has_year_or_clock(text[:LOOKED_AT]))
    by_words = cue(text, words) if looked_at else None
    return by_words or outside_reason(words, sentence_end=words > MENU_WORDS or ends_sentence(text))


def _has_year_or_clock(text: str) -> bool:
    # Most texts have no digit, which is found out in a third of the time.
    return DIGIT.search(text) is not None and YEAR_OR_CLOCK.search(text) is not None


def _by_markup(page: Segments, at: int) -> BoilerplateReason | None:
    for _ in range(LEVELS):
        found = page.bits[at] & ANY_NAME
        if found:
            return _first_of(found)
        at = page.parent[at]
    return None


@lru_cache(maxsize=1_024)
def _first_of(names: int) -> BoilerplateReason:
    return next(reason for bit, reason in NAME_REASONS if names & bit)
