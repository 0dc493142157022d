"""Which line of a flattened page is its title: the likeliest by a conditional logit over the lines that may be.

`worker.clean.lines.place` asks `headline` instead, which the networks have learned to read.
"""

import math
import re
from collections.abc import Sequence
from itertools import takewhile
from operator import mul
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from worker.clean.headline import may_be, said_before
from worker.clean.lines.features import Features, Seen
from worker.clean.lines.vocabulary import CONTENT
from worker.clean.slugs import plain_words, slug_words
from worker.model import BoilerplateReason as Reason

SHORTEST_WORDS = 2
FULL_WORDS = 9
BYLINE_LINES = 3
STANDFIRST_WORDS = 10
STANDFIRST_SHARED = 2
TITLE_WORDS = 4
KEPT_WORDS = 18
KEPT_LINES = 2
NAMED_BY_ADDRESS = 0.6
FULL_STOPS = (".", "。", "．", "।", "۔", "։")
PATHS = (" > ", " › ")
STEPS, MENU_STEPS = (" » ", " / "), 2
"""Between two of these, too, stands no title, but a way to it; one alone may set off the site's name."""


CREDIT = re.compile(r"(?<=\S )(?:(?:photo |image )?credits?|photo|image|foto|bild|crédits?)\s?:", re.IGNORECASE)
"""Below a picture stands no title."""


class Traits(NamedTuple):
    """What speaks for a line, or against it."""

    shared: float
    """Share of its content words that the article has too."""
    words: float
    """Its length, 1 from nine words on."""
    nearness: float
    """Minus the logarithm of its distance to the article, in lines."""
    sentence: float
    signed: float
    """Whether a byline, or a date, comes soon below it."""
    repeated: float
    in_address: float
    """Likeness to the words in the page's address."""
    leads: float
    """Whether the next line is like its standfirst."""
    follows: float
    """Whether it is like the standfirst of a line above."""
    kept: float
    """Whether it was taken for text."""


WEIGHTS = Traits(4.7, 3.5, 0.65, -3.3, 1.45, 1.8, 5.4, 1.1, -1.7, -2.2)
"""Rounded from what `python -m training.titles` learns, `follows` doubled: guides have fewer standfirsts than news."""


def title_line(page: Seen, article: Sequence[bool], url: str | None) -> int | None:
    """The index of the likeliest line at or above the beginning of the article, or None."""
    seen = candidates(page, article, url)
    return max(seen, key=lambda i: sum(map(mul, seen[i], WEIGHTS)), default=None)


def candidates(page: Seen, article: Sequence[bool], url: str | None) -> dict[int, Traits]:
    """The lines that may be the title, in order, with what speaks for each.

    The first line of a text that has neither furniture nor an address is not asked: it may be a heading, or a greeting.
    """
    if True not in article:
        return {}
    start = article.index(True)
    above = [i for i in range(start) if _may_be(page.texts[i], page.lines[i])]
    own, shared = _content(page, np.array(article))
    again, slug = set(said_before(page.texts[: start + KEPT_LINES])), slug_words(url)
    leads = _leads(page, above, shared, start)
    follows = set(leads.values())
    return {
        i: Traits(
            shared=shared[i] / (own[i] + 1),
            words=min(page.lines[i].words, FULL_WORDS) / FULL_WORDS,
            nearness=-math.log(max(1, start - i)),
            sentence=page.texts[i].endswith(".") and _alike(slug, page.texts[i]) < NAMED_BY_ADDRESS,
            signed=any(_signs(line) for line in page.lines[i + 1 : min(i + BYLINE_LINES, max(start, i)) + 1]),
            repeated=i in again,
            in_address=_alike(slug, page.texts[i]),
            leads=i in leads,
            follows=i in follows,
            kept=i >= start,
        )
        for i in (*above, *(_kept(page, article, start, slug) if start or slug else ()))
    }


def _may_be(text: str, line: Features) -> bool:
    way = any(path in text for path in PATHS) or any(text.count(step) >= MENU_STEPS for step in STEPS)
    return may_be(text, line, SHORTEST_WORDS) and not way and not CREDIT.search(text)


def _kept(page: Seen, article: Sequence[bool], start: int, slug: frozenset[str]) -> list[int]:
    """The lines at the top of what was kept, before any paragraph, that may be a title that was taken for text.

    A sentence may be only where the address has most of its words.
    """
    last = max(i for i, kept in enumerate(article) if kept)

    def is_short(i: int) -> bool:
        is_sentence = page.texts[i].endswith(FULL_STOPS) and _alike(slug, page.texts[i]) < NAMED_BY_ADDRESS
        return page.lines[i].words <= KEPT_WORDS and not is_sentence

    top = takewhile(is_short, range(start, min(start + KEPT_LINES, last)))
    return [i for i in top if _may_be(page.texts[i], page.lines[i])]


def _signs(line: Features) -> bool:
    return line.cue in {Reason.BYLINE, Reason.METADATA}


def _leads(page: Seen, above: Sequence[int], shared: Sequence[int], start: int) -> dict[int, int]:
    """Of lines like titles the line that is like their standfirst: the next but bylines, longer, of the same matter."""
    found = {}
    possible = set(above)
    for i in above:
        j = next((j for j in range(i + 1, start) if not _signs(page.lines[j])), start)
        long = page.lines[j].words >= max(STANDFIRST_WORDS, page.lines[i].words + 1)
        titled = page.lines[i].words >= TITLE_WORDS and shared[i] > 0 and not page.texts[i].endswith(".")
        if titled and long and j in possible and shared[j] >= STANDFIRST_SHARED:
            found[i] = j
    return found


def _content(page: Seen, article: NDArray[np.bool_]) -> tuple[list[int], list[int]]:
    """Of each line how many content words it has, and how many of these the article has."""
    line, word = page.words.cells
    content = (page.words.known & CONTENT) != 0
    told = np.zeros(len(content), bool)
    told[word[article[line]]] = True
    own, shared = (np.bincount(line[mask[word]], minlength=len(article)) for mask in (content, content & told))
    return own.tolist(), shared.tolist()


def _alike(slug: frozenset[str], text: str) -> float:
    """Dice's measure of the address's words and the line's."""
    words = plain_words(text) if slug else frozenset()
    return 2 * len(slug & words) / max(1, len(slug) + len(words))
