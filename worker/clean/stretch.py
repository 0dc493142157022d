"""The stretch of lines that simple rules take for the article: a first guess, and the last resort."""

from collections.abc import Sequence

from worker.clean.lines.features import PROSE_WORDS, Features
from worker.model import BoilerplateReason

LONG_WORDS = 20
FULL_WEIGHT_WORDS = 50
FEW_LINES = 2
# Found on news pages of some hundred sites; the best values lie on a plateau: 5 to 6, 1 to 2, 6 to 10, 40 to 70.
SHORT_COST = 5.0
BULLET_COST = 2.0
CUE_COST = 8.0
END_COST = 40.0
ENDS = frozenset(
    {
        BoilerplateReason.RELATED_LINKS,
        BoilerplateReason.COMMENT,
        BoilerplateReason.COPYRIGHT,
        BoilerplateReason.SUBSCRIPTION,
        BoilerplateReason.SHARE_BAR,
    }
)
"""What mostly stands behind the article: prose has to be long to go on beyond it."""


def weight(line: Features) -> float:
    """How much the line speaks for being inside the article: above zero for prose, below for furniture."""
    if line.cut:
        return 0.0
    if line.cue:
        return -(END_COST if line.cue in ENDS else CUE_COST)
    if line.glued > 2 and line.glued * 10 > line.words:
        return -SHORT_COST
    if line.words >= PROSE_WORDS and (line.sentence_end or (line.words >= LONG_WORDS and line.lowercase >= 0.5)):
        return float(min(line.words, FULL_WEIGHT_WORDS))
    if line.sentence_end and line.words >= 4 and line.lowercase >= 0.5:
        return line.words / 2
    return -(BULLET_COST if line.bullet else SHORT_COST)


def main_text(lines: Sequence[Features]) -> range:
    """The stretch of lines with the largest sum of weights; empty where no line speaks for an article.

    One or two lines are no page: a sender who cleans them himself sends a headline or a sentence, and all is text.
    """
    if len(lines) <= FEW_LINES:
        return range(len(lines))
    best, best_sum = range(0), 0.0
    start, total = 0, 0.0
    for i, line in enumerate(lines):
        if total <= 0:
            start, total = i, 0.0
        total += weight(line)
        if total > best_sum:
            best, best_sum = range(start, i + 1), total
    return best
