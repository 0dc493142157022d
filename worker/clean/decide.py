"""Which lines are the article, and why the others are not."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from worker.clean.lines.columns import columns
from worker.clean.lines.features import PROSE_WORDS, Features, Seen
from worker.clean.lines.network import logits
from worker.clean.lines.shape import Numbers
from worker.clean.shapes import DAY
from worker.clean.stretch import FEW_LINES, main_text
from worker.clean.words import UNSPACED
from worker.model import BoilerplateReason

MENU_WORDS = 4
LEAST, LEAST_AGAINST_A_CUE, LEAST_ALONE, LEAST_BETWEEN = 0.0, 2.0, 1.0, -1.0
"""Log odds. A line whose words give it away needs more: on news sites the best lies between 1.5 and 3. One with nothing
kept within three lines on either side does too, and one between two that are kept needs less: docs/quality/text.md."""
ALONE_LINES, LEAD_LINES = 3, 4
"""A long line among the four above the first that is kept may be a standfirst, and needs what one between two needs."""
DATED, LONGEST_DATED = re.compile(DAY, re.IGNORECASE), 200
"""So many characters are searched: few words may be long ones."""
LEAST_OF_A_HEADING, HEADING_WORDS, PARAGRAPH_WORDS = -2.0, 8, 20
"""Of a short line between text and a paragraph. Sets that compare runs of four words neither gain nor lose by it."""
SMALL_LINES = 12
UNSPACED_SHARE = 0.3


def inside(page: Seen) -> list[bool]:
    """For each line whether it is article: by the network, by rules where it finds nothing or knows little.

    One or two lines are no page: a sender who cleans them himself sends a headline or a sentence, and all is text.
    Of small pages, which are often clean already, what the rules keep is kept too. Scripts without blanks between words
    the network has never seen: on eight Japanese pages it reached an F1 of 0.44, the rules 0.60. What was cut off
    within a line is never article.
    """
    lines, seen = page.texts, page.lines
    stretch = main_text(seen)
    by_rule = np.array([i in stretch and line.cue is None for i, line in enumerate(seen)], bool)
    if len(lines) <= FEW_LINES or _unspaced(lines) > UNSPACED_SHARE:
        return [bool(kept) for kept in by_rule]
    told = by_odds(seen, lines, logits(*columns(page, stretch)))
    if len(lines) < SMALL_LINES or not told.any():
        told |= by_rule
    return [bool(kept) for kept in told]


def by_odds(seen: Sequence[Features], texts: Sequence[str], odds: Numbers) -> NDArray[np.bool_]:
    """Which lines the odds keep, first each by itself and then by those beside it."""
    least = [np.inf if f.cut else LEAST_AGAINST_A_CUE if f.cue else LEAST for f in seen]
    without_cue = np.array([f.cue is None for f in seen])
    kept = odds > np.array(least)
    beside = np.convolve(kept, np.ones(2 * ALONE_LINES + 1))[ALONE_LINES:-ALONE_LINES] - kept
    told: NDArray[np.bool_] = kept & ((beside > 0) | (odds > LEAST_ALONE))
    # An advertisement between two paragraphs does not part them.
    rows = np.flatnonzero(kept | without_cue)
    between = rows[1:-1][kept[rows[:-2]] & kept[rows[2:]]]
    told[between] |= odds[between] > LEAST_BETWEEN
    headings = [i for i in range(1, len(seen) - 1) if told[i + 1] and odds[i] > _least_of_a_heading(seen, told, i)]
    told[headings] = True
    first = int(np.argmax(told))
    leads = [i for i in range(max(0, first - LEAD_LINES), first) if _may_lead(seen, i) and odds[i] > LEAST_BETWEEN]
    told[leads] = True
    dated = [i for i in np.flatnonzero(told & ~kept).tolist() if _is_dated(seen[i], texts[i])]
    told[dated] = False
    return told


def _is_dated(line: Features, text: str) -> bool:
    """Whether the line is short and has a day, as one with the writer has between a standfirst and the text."""
    return line.words < PARAGRAPH_WORDS and DATED.search(text, 0, LONGEST_DATED) is not None


def _may_lead(seen: Sequence[Features], i: int) -> bool:
    """Whether the line is long, and no sentence of a longer one: a page in one line begins with furniture."""
    return not (seen[i].cue or seen[i].continues or seen[i + 1].continues) and seen[i].words >= PROSE_WORDS


def _least_of_a_heading(seen: Sequence[Features], told: NDArray[np.bool_], i: int) -> float:
    """What a short open line above one that is kept needs, below text or below one line more."""
    if seen[i].cue or not seen[i].heading_shape or seen[i].words > HEADING_WORDS:
        return np.inf
    if told[i - 1] and seen[i + 1].words >= PARAGRAPH_WORDS:
        return LEAST_OF_A_HEADING
    return LEAST_BETWEEN if told[max(0, i - 2)] else np.inf


def _unspaced(lines: Sequence[str]) -> float:
    """Share of the characters that are of scripts without blanks."""
    return sum(len(UNSPACED.findall(line)) for line in lines if not line.isascii()) / max(1, sum(map(len, lines)))


def outside_reason(words: int, *, sentence_end: bool) -> BoilerplateReason:
    """Why a line outside the main text goes, where its words do not say."""
    if words <= MENU_WORDS and not sentence_end:
        return BoilerplateReason.NAVIGATION
    return BoilerplateReason.OTHER
