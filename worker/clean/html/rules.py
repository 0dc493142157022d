"""What is known of pages everywhere, and learned too weakly from the pages that may be learned from: as log odds."""

from collections.abc import Sequence

import numpy as np

from worker.clean.html.containers import Floats
from worker.clean.html.features import FAR, Rows

GIVEN_ODDS = 0.25
"""Real pages hold more article than those made for training, which are two of three that were learned from."""
STANDFIRST_ODDS, FIRST_ODDS = 2.5, 1.5
DESCRIPTION_ODDS = 4.0
TITLE_ODDS = -5.0
ABOVE_ODDS = -1.5
SCRIPT_ODDS, NOT_IN_SCRIPT_ODDS = 1.5, -3.0
NAMED_ODDS = -1.5
HIDDEN_ODDS = -1.0
CAPTION_ODDS = -3.0
LINK_ODDS, LINK_ITEM_ODDS, LABELLED_ODDS = -2.5, -1.5, -3.0
REPEATED_ODDS = -6.0
NAMED = ("caption", "related", "teaser", "share", "newsletter", "author", "modal", "cookie", "tweet")
"""Names that mark a part of the article's container as no part of the article."""
LIST_ITEM, TOP_HEADING, SHORT_WORDS = 2, 3, 40
SHORTEST_REPEATED = 40
LABEL_WORDS, LABELLED_WORDS, LABELLED_CHARACTERS = 3, 5, 300
"""At most so many words before a colon, and at least so many behind it, in a line that is not longer."""
EVEN = 1e-4


def odds(rows: Rows, texts: Sequence[str], chances: Floats) -> Floats:
    """The log odds that each segment is article, after what is known without learning."""
    bounded = np.clip(chances, EVEN, 1 - EVEN)
    found = np.log(bounded / (1 - bounded)) + GIVEN_ODDS
    words = np.expm1(rows["words"])
    found += DESCRIPTION_ODDS * ((rows["description"] > 0) & (rows["title"] < 0.9))
    found += STANDFIRST_ODDS * _standfirst(rows, words) + FIRST_ODDS * _first(rows, words)
    found += TITLE_ODDS * _title(rows)
    found += ABOVE_ODDS * _above(rows)
    found += _by_script(rows, words, found)
    named = np.max([rows[f"inner:{name}"] for name in NAMED], axis=0)
    found += NAMED_ODDS * named + HIDDEN_ODDS * rows["inner:display-none"]
    found += CAPTION_ODDS * rows["inner:<figcaption>"]
    found += _by_links(rows, words) + LABELLED_ODDS * _labelled(rows, texts)
    return _once(found, texts)


def _title(rows: Rows) -> Floats:
    """The title as a heading or at the beginning, and the top heading where the page has no title."""
    like = (rows["title"] >= 0.7) & ((rows["heading"] > 0) | (rows["prose-before"] < 0.02))
    title: Floats = like | ((rows["tag"] == TOP_HEADING) & (rows["from-headline"] == 0))
    return title


def _standfirst(rows: Rows, words: Floats) -> Floats:
    """What calls itself one, close under the headline and above the text. A cleaned page keeps it: three of four
    sets of gold do, and the fourth does as often as not."""
    close = (rows["from-headline"] > 0) & (rows["from-headline"] < 10) & (_since_headline(rows) < 0.02)
    plain = (words >= 6) & (rows["linked"] < 0.4) & (rows["title"] < 0.6) & (rows["inner:caption"] == 0)
    standfirst: Floats = (rows["near:lead"] > 0) & close & plain
    return standfirst


def _first(rows: Rows, words: Floats) -> Floats:
    """Running text right under the headline, whatever it calls itself: a standfirst that stands apart from the text."""
    near = (rows["from-headline"] > 0) & (rows["from-headline"] <= 3) & (_since_headline(rows) < 0.05)
    plain = (rows["prose"] > 0) & (words >= 10) & (rows["linked"] < 0.4) & (rows["title"] < 0.6)
    first: Floats = near & plain & (rows["inner:caption"] == 0) & (rows["tag"] != LIST_ITEM)
    return first


def _since_headline(rows: Rows) -> Floats:
    """The share of the page's running text between the headline and each segment; some pages have text above it."""
    at = np.nonzero(rows["from-headline"] == 0)[0]
    since: Floats = rows["prose-before"] - (rows["prose-before"][at[0]] if len(at) else 0)
    return since


def _above(rows: Rows) -> Floats:
    """Lines above the headline that are no running text: menus, and headlines of other stories that are no links."""
    above: Floats = (rows["from-headline"] < 0) & (rows["from-headline"] >= -FAR) & (rows["prose"] == 0)
    return above


def _by_script(rows: Rows, words: Floats, found: Floats) -> Floats:
    """Where a script holds most of the text that is taken for the article, it is believed of the rest too."""
    body = rows["script-body"]
    known = (body >= 0) & (found > 0)
    if (words * known * body).sum() <= 0.5 * (words * known).sum() or (words * (body > 0.8)).sum() <= 80:
        return np.zeros_like(found)
    absent = (body > -0.5) & (body < 0.15) & (words >= 5) & (rows["prose-before"] > 0)
    change: Floats = SCRIPT_ODDS * (body > 0.8) + NOT_IN_SCRIPT_ODDS * absent
    return change


def _by_links(rows: Rows, words: Floats) -> Floats:
    """Lines that are a link and little else lead away: `Related: …`, `MORE: …`; of lists, those above the text."""
    short, item = words <= SHORT_WORDS, rows["tag"] == LIST_ITEM
    line = short & ~item & (rows["linked"] >= 0.65)
    above = short & item & (rows["linked"] >= 0.9) & (rows["prose-before"] < 0.02)
    change: Floats = LINK_ODDS * line + LINK_ITEM_ODDS * above
    return change


def _labelled(rows: Rows, texts: Sequence[str]) -> Floats:
    """Headlines of other stories behind a word or two: `MORE: …`, `Vea también: …`; items of lists are left alone."""
    linked = (rows["linked"] >= 0.6) & (rows["heading"] == 0) & (rows["tag"] != LIST_ITEM)
    labelled = np.zeros_like(rows["linked"])
    for i in np.nonzero(linked)[0].tolist():
        label, colon, rest = texts[i].partition(":") if len(texts[i]) <= LABELLED_CHARACTERS else ("", "", "")
        if colon:
            labelled[i] = len(label.split()) <= LABEL_WORDS and len(rest.split()) >= LABELLED_WORDS
    return labelled


def _once(found: Floats, texts: Sequence[str]) -> Floats:
    """Texts that stand in the article already count against themselves the second time."""
    seen: set[str] = set()
    for i in np.nonzero(found > -1)[0].tolist():
        text = texts[i].strip(" .")
        if len(text) >= SHORTEST_REPEATED:
            if text in seen:
                found[i] += REPEATED_ODDS
            elif found[i] > 0:
                seen.add(text)
    return found
