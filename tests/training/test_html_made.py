"""Pages made for training: whatever is put together or taken away, a segment still stands in its container."""

from collections.abc import Sequence
from random import Random

import pytest

from tests.clean.pages import PARAGRAPHS, html
from training.html_made import Story, grafted, shortened
from worker.clean.html.parse import parse
from worker.clean.html.segments import Segments, segments_of

MENU = "<nav><ul><li><a href='/n'>News</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
FOOT = "<footer><p>All rights reserved.</p></footer>"


def story(word: str) -> Story:
    """A page whose article says this word in every paragraph."""
    own = "".join(f"<p>{word} {paragraph}</p>" for paragraph in PARAGRAPHS)
    tree = parse(html(MENU, f"<main><article><h1>{word}</h1><div>{own}</div></article></main>", FOOT))
    assert tree is not None
    page = segments_of(tree)
    assert page is not None
    return page, [text.startswith(f"{word} ") for text in page.texts]


def article(page: Segments, inside: Sequence[float]) -> list[str]:
    return [text for text, share in zip(page.texts, inside, strict=True) if share]


def stands_in_its_containers(page: Segments) -> bool:
    """Whether every container begins after its parent, and every segment lies within all its containers."""
    if any(parent >= i for i, parent in enumerate(page.parent) if i):
        return False
    for i, own in enumerate(page.container):
        at = own
        while at and page.first[at] <= i < page.last[at]:
            at = page.parent[at]
        if at:
            return False
    return page.last[0] == len(page.texts)


@pytest.mark.parametrize("seed", range(30))
def test_a_grafted_page_holds_its_own_article_and_others_behind_it(seed: int) -> None:
    own = story("Harbour")
    page, inside = grafted(own, [story("Storm"), story("Market"), story("Election")], Random(seed))
    assert article(page, inside) == article(*own)
    assert len(page.texts) > len(own[0].texts)
    assert stands_in_its_containers(page)


@pytest.mark.parametrize("seed", range(30))
def test_a_shortened_page_begins_as_its_article_does(seed: int) -> None:
    own = story("Harbour")
    page, inside = shortened(own, Random(seed))
    kept = article(page, inside)
    assert kept == [f"Harbour {paragraph}" for paragraph in PARAGRAPHS][: len(kept)] != []
    assert stands_in_its_containers(page)
