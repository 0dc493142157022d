"""Pages made of given ones: with other stories behind their own, since one story seldom teaches where it ends; and
short ones, since guides are longer than news."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, compress
from random import Random

from worker.clean.html.segments import Segments

Story = tuple[Segments, Sequence[float]]
"""A page's segments, and how much of each is its article."""
OWN = 0.5
"""A segment is the article's own from such a share of its words."""
MOST_GRAFTS, MOST_LEVELS = 3, 3
SIZES = (2, 3, 4, 8, 10_000)
"""So many segments of the other story: a teaser with its first sentences, or all of it."""
OTHER_PATHS = 20_000
SHORTEST, SHORT = 2, 12
"""Segments that a short article has."""
FURNITURE_SHARES = (0.4, 0.7, 1.0)
NEAR = 4
OF_SEGMENTS = ("texts", "container", "linked", "emphasised", "links", "breaks", "pictures")


def grafted(story: Story, others: Sequence[Story], chance: Random) -> Story:
    """The page with one to three other stories next to the element in which its article ends."""
    page, inside = story[0], list(story[1])
    at = page.container[max(i for i, share in enumerate(inside) if share >= OWN)]
    # Never in the article's own element: no reader could tell a story there from the article's next paragraphs.
    for _ in range(chance.randint(1, MOST_LEVELS)):
        at = page.parent[at] or at
    size = chance.choice(SIZES)
    for other, its in chance.sample(others, chance.randint(1, MOST_GRAFTS)):
        end = page.last[at]
        before = len(page.texts)
        page = _joined(page, at, other, _around(other, its), size)
        inside[end:end] = [0.0] * (len(page.texts) - before)
    return page, inside


def _around(page: Segments, inside: Sequence[float]) -> int:
    """The innermost container that holds the article."""
    own = [i for i, share in enumerate(inside) if share >= OWN]
    return max(c for c in range(len(page.first)) if page.first[c] <= own[0] and page.last[c] > own[-1])


def _joined(page: Segments, at: int, other: Segments, root: int, size: int) -> Segments:
    """The first segments of the other page's container behind a container of the page, in the same parent."""
    end, start = page.last[at], other.first[root]
    stop = min(start + size, other.last[root])
    whole = next((c for c in range(root + 1, len(other.parent)) if other.parent[c] < root), len(other.parent))
    new = [c for c in range(root, whole) if other.first[c] < stop or c == root]
    after = next((c for c in range(at + 1, len(page.parent)) if page.parent[c] < at), len(page.parent))
    above, moved = set(_above(page, at)), len(page.parent) - root

    def with_segments(name: str) -> tuple[int, ...]:
        own: tuple[int, ...] = getattr(page, name)
        return (*own[:end], *getattr(other, name)[start:stop], *own[end:])

    shift = end - start
    more = stop - start
    return Segments(
        texts=(*page.texts[:end], *other.texts[start:stop], *page.texts[end:]),
        container=(*page.container[:end], *(c + moved for c in other.container[start:stop]), *page.container[end:]),
        linked=with_segments("linked"),
        emphasised=with_segments("emphasised"),
        links=with_segments("links"),
        breaks=with_segments("breaks"),
        pictures=with_segments("pictures"),
        parent=(*page.parent, *(other.parent[c] + moved if c != root else page.parent[at] for c in new)),
        tags=(*page.tags, *(other.tags[c] for c in new)),
        bits=(*page.bits, *(other.bits[c] for c in new)),
        path=(*page.path, *(other.path[c] + OTHER_PATHS for c in new)),
        first=(
            *(f + more if c >= after else f for c, f in enumerate(page.first)),
            *(other.first[c] + shift for c in new),
        ),
        last=(
            *(last + more if c >= after or c in above else last for c, last in enumerate(page.last)),
            *(min(other.last[c], stop) + shift for c in new),
        ),
    )


def _above(page: Segments, at: int) -> Iterator[int]:
    while at:
        at = page.parent[at]
        yield at


def shortened(story: Story, chance: Random) -> Story:
    """The page with the beginning of its article only, and a part of what stands around, in stretches."""
    page, inside = story
    size, furniture = chance.randint(SHORTEST, SHORT), chance.choice(FURNITURE_SHARES)
    kept, own = [], 0
    stays = chance.random() < furniture
    for i, share in enumerate(inside):
        own += share >= OWN
        if i % NEAR == 0:
            stays = chance.random() < furniture
        kept.append(own <= size if share >= OWN else stays)
    before = [0, *accumulate(kept)]
    return replace(
        page,
        **{name: tuple(compress(getattr(page, name), kept)) for name in OF_SEGMENTS},
        first=tuple(before[i] for i in page.first),
        last=tuple(before[i] for i in page.last),
    ), list(compress(inside, kept))
