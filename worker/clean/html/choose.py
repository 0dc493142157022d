"""Which segments are the article: those likelier than a threshold that the page itself sets, less what gives itself
away by its words."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from worker.clean.cues import cue
from worker.clean.html.containers import Floats
from worker.clean.html.features import Rows
from worker.model import BoilerplateReason

HIGHEST, LOWEST = 0.5, 0.25
ROUNDS = 4
MOST_WORDS = 400
MOST_CUE_WORDS = 60
LIST_ITEM = 2
COLON_WORDS = 10
AROUND = frozenset(
    {
        BoilerplateReason.ADVERTISEMENT,
        BoilerplateReason.COMMENT,
        BoilerplateReason.RELATED_LINKS,
        BoilerplateReason.SHARE_BAR,
        BoilerplateReason.SUBSCRIPTION,
    }
)
"""Cues that are believed of headings and list items too."""
IN_PARAGRAPHS = AROUND | {
    BoilerplateReason.BYLINE,
    BoilerplateReason.CAPTION,
    BoilerplateReason.COPYRIGHT,
    BoilerplateReason.METADATA,
}
"""Cues that are believed of paragraphs. Of the others, as many words belong to articles as do not."""
TELLING = (
    *(f"says:{group}" for group in ("share", "subscribe", "cookie", "comment", "copyright", "ad", "photo")),
    *(f"begins:{group}" for group in ("related", "more", "by", "month", "ago", "tags", "menu")),
)
DOUBTFUL_ODDS, CERTAIN_ODDS = -3.0, 2.0
Choice = NDArray[np.bool_]


def choose(rows: Rows, texts: Sequence[str], odds: Floats) -> Choice:
    """True for each segment of the article."""
    chances = 1 / (1 + np.exp(-odds))
    words = np.expm1(rows["words"])
    kept: Choice = chances >= threshold(chances, words)
    looked_at = kept & (words <= MOST_CUE_WORDS) & telling(rows)
    for i in np.nonzero(looked_at)[0].tolist():
        reason = cue(texts[i], round(words[i]))
        believed = AROUND if rows["heading"][i] or rows["tag"][i] == LIST_ITEM else IN_PARAGRAPHS
        kept[i] = reason not in believed
    _drop_introductions(kept, texts, words)
    kept |= _heads_text(kept, rows, odds)
    _drop_last_headings(kept, rows["heading"], odds)
    return kept


def telling(rows: Rows) -> Choice:
    """Where the words are of a kind that cues speak of: to look for cues costs more than all the rest."""
    told: Choice = np.any([rows[name] for name in TELLING], axis=0)
    return told


def threshold(chances: Floats, words: Floats) -> float:
    """Half of the F1 that is to be expected, where the expected F1 is highest (Lipton, Elkan and Naryanaswamy,
    Optimal Thresholding of Classifiers to Maximize F1 Measure, 2014); a doubtful page keeps more."""
    weight = np.minimum(words, MOST_WORDS)
    wanted = float((weight * chances).sum())
    found = HIGHEST
    for _ in range(ROUNDS):
        kept = weight * (chances >= found)
        expected = float((kept * chances).sum()) / max(float(kept.sum()) + wanted, 1e-9)
        found = min(max(expected, LOWEST), HIGHEST)
    return found


def _drop_introductions(kept: Choice, texts: Sequence[str], words: Floats) -> None:
    """`More on this:`, where what it introduces is gone."""
    for i in np.nonzero(kept)[0].tolist():
        alone = i + 1 == len(kept) or not kept[i + 1]
        if alone and words[i] <= COLON_WORDS and texts[i].endswith(":"):
            kept[i] = False


def _heads_text(kept: Choice, rows: Rows, odds: Floats) -> Choice:
    """Doubtful headings with the article's text before and directly behind them."""
    behind = np.append(kept[1:] & (rows["heading"][1:] == 0), False)
    heads: Choice = (rows["heading"] > 0) & (odds > DOUBTFUL_ODDS) & behind & np.logical_or.accumulate(kept)
    return heads


def _drop_last_headings(kept: Choice, heading: Floats, odds: Floats) -> None:
    """Headings that nothing follows are of what was removed, but for certain ones: those of a list of pictures."""
    for i in np.nonzero(kept)[0][::-1].tolist():
        if not heading[i] or odds[i] >= CERTAIN_ODDS:
            return
        kept[i] = False
