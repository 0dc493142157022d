"""Why a segment is not part of the article: by its markup, its words, else its place."""

from collections.abc import Iterator

import numpy as np

from worker.clean.cues import cue
from worker.clean.html.choose import Choice
from worker.clean.html.features import Rows
from worker.clean.html.segments import Segments
from worker.clean.html.vocabulary import BIT
from worker.clean.words import count_words, ends_sentence
from worker.model import BoilerplateReason, Removed

MOST = 2_000
"""No more of a page is told."""
MENU_WORDS = 4
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
TELLING = ("share", "subscribe", "cookie", "comment", "related", "more", "copyright", "ad", "photo", "by", "month",
           "ago", "tags", "menu", "function")  # fmt: skip
"""Without one of these groups of words no cue is looked for: menus are half of a page."""


def removed(page: Segments, rows: Rows, kept: Choice) -> Iterator[Removed]:
    """What is not kept, in order, each with its reason."""
    telling = np.max([rows[f"says:{group}"] for group in TELLING], axis=0)
    seen = {text for i, text in enumerate(page.texts) if kept[i]}
    for i, text in enumerate(page.texts[:MOST]):
        if not kept[i]:
            worded = telling[i] > 0 or rows["digits"][i] > 0
            yield Removed(reason=_reason(page, rows, i, worded=worded, again=text in seen), text=text)


def _reason(page: Segments, rows: Rows, i: int, *, worded: bool, again: bool) -> BoilerplateReason:
    text = page.texts[i]
    if rows["title"][i] >= TITLE_LIKE:
        return BoilerplateReason.TITLE
    words = count_words(text)
    by_words = cue(text, words) if worded and words <= MOST_CUE_WORDS else None
    if by_words:
        return by_words
    if again and words > MENU_WORDS:
        return BoilerplateReason.REPEATED
    return _by_markup(page, i) or _by_shape(text, words)


def _by_markup(page: Segments, i: int) -> BoilerplateReason | None:
    at = page.container[i]
    for _ in range(LEVELS):
        bits = page.bits[at]
        for bit, reason in NAME_REASONS:
            if bits & bit:
                return reason
        at = page.parent[at]
    return None


def _by_shape(text: str, words: int) -> BoilerplateReason:
    menu = words <= MENU_WORDS and not ends_sentence(text)
    return BoilerplateReason.NAVIGATION if menu else BoilerplateReason.OTHER
