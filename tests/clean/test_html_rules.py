"""HTML pages: what is known of lines without learning, as log odds."""

import numpy as np
import pytest

from tests.clean.pages import PARAGRAPHS
from worker.clean.html.clues import PageClues
from worker.clean.html.features import features
from worker.clean.html.parse import parse
from worker.clean.html.rules import FIRST_ODDS, LABELLED_ODDS, LINK_ITEM_ODDS, LINK_ODDS, odds
from worker.clean.html.segments import segments_of

TITLE = "A pier is to be rebuilt"
OTHER = "How the storm came over the bay in one night"
STORY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS * 20)


def shift(line: str, *, below: str = "", above: str = "") -> float:
    """What the rules add to the odds of a line, more than to those of the paragraph that ends the page."""
    tree = parse(
        f"<html><body>{above}<h1>{TITLE}</h1>{below}<div>{STORY}{line}<p>{PARAGRAPHS[0][:-20]}</p></div></body></html>"
    )
    page = segments_of(tree) if tree is not None else None
    assert page is not None
    rows = features(page, PageClues(titles=(TITLE,), title=frozenset(TITLE.lower().split())))
    found = odds(rows, page.texts, np.full(len(page.texts), 0.5, np.float32))
    at = page.texts.index(TITLE) + 1 if below else len(page.texts) - 2
    return round(float(found[at] - found[-1]), 3)


@pytest.mark.parametrize(
    ("line", "change"),
    [
        (f"<p>MORE: <a href='/s'>{OTHER}</a></p>", LINK_ODDS + LABELLED_ODDS),
        (f"<p><a href='/s'>Vea también: {OTHER}</a></p>", LINK_ODDS + LABELLED_ODDS),
        (f"<p><a href='/s'>{OTHER}</a></p>", LINK_ODDS),
        (f"<p>As the paper of the town wrote: {OTHER} <a href='/s'>in May</a></p>", 0.0),
        (f"<p>MORE: {OTHER}</p>", 0.0),
        ("<p>Website: <a href='/s'>harbour.example.org</a></p>", LINK_ODDS),
        (f"<ul><li><a href='/s'>{OTHER}</a></li></ul>", 0.0),
    ],
)
def test_a_headline_behind_a_label_leads_to_another_story(line: str, change: float) -> None:
    assert shift(line) == pytest.approx(change, abs=0.01)


@pytest.mark.parametrize(
    ("below", "change"),
    [
        (
            "<p>After months of waiting the fishermen of the town get what the storm has taken from them.</p>",
            FIRST_ODDS,
        ),
        ("<p>By our own reporter</p>", 0.0),
        (
            f"<p><a href='/s'>{OTHER}, and what has become of the boats that it took with it since then.</a></p>",
            LINK_ODDS,
        ),
        (f"<ul><li><a href='/s'>{OTHER}</a></li></ul>", LINK_ITEM_ODDS),
    ],
)
def test_running_text_right_under_the_headline_is_likelier_and_links_less(below: str, change: float) -> None:
    assert shift("<p>The end.</p>", below=below) == pytest.approx(change, abs=0.01)


@pytest.mark.parametrize("above", ["", f"<div>{STORY}</div>"], ids=["nothing", "another story"])
def test_text_above_the_headline_does_not_make_what_is_under_it_less_likely(above: str) -> None:
    below = "<p>After months of waiting the fishermen of the town get what the storm has taken from them.</p>"
    assert shift("<p>The end.</p>", below=below, above=above) == pytest.approx(FIRST_ODDS, abs=0.01)
