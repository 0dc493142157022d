"""Why a segment is not part of the article: by its markup, its words, else its place."""

from collections.abc import Iterator

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


def removed(page: Segments, rows: Rows, kept: Choice) -> Iterator[Removed]:
    """What is not kept, in order, each with its reason."""
    words, title = np.rint(np.expm1(rows["words"])).tolist(), rows["title"].tolist()
    looked_at = (telling(rows) | (rows["year-or-clock"] > 0)).tolist()
    seen = {text for i, text in enumerate(page.texts) if kept[i]}
    for i in np.nonzero(~kept)[0][:MOST].tolist():
        text = page.texts[i]
        if title[i] >= TITLE_LIKE:
            reason = BoilerplateReason.TITLE
        elif text in seen and words[i] > MENU_WORDS:
            reason = BoilerplateReason.REPEATED
        else:
            reason = _reason(page, i, words[i], looked_at=looked_at[i])
        yield Removed(reason=reason, text=text)


def _reason(page: Segments, i: int, words: int, *, looked_at: bool) -> BoilerplateReason:
    """By the markup, else by the words, else by the shape."""
    text = page.texts[i]
    by_markup = _by_markup(page, i)
    by_words = cue(text, words) if looked_at and not by_markup and words <= MOST_CUE_WORDS else None
    return by_markup or by_words or outside_reason(words, sentence_end=ends_sentence(text))


def _by_markup(page: Segments, i: int) -> BoilerplateReason | None:
    at = page.container[i]
    for _ in range(LEVELS):
        bits = page.bits[at]
        for bit, reason in NAME_REASONS:
            if bits & bit:
                return reason
        at = page.parent[at]
    return None
