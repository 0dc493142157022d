"""The containers of a page as arrays: what their segments add up to, and which of them holds the article."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from worker.clean.html.segments import Segments

Floats: TypeAlias = NDArray[Any]
Ints: TypeAlias = NDArray[Any]
PROSE_WORDS, LONG_WORDS, MOST_PROSE_WORDS = 10, 20, 80
LINKED_SHARE = 0.34
MAIN_SHARE = 0.6
"""The main container is the deepest that holds so much of the page's prose."""
INNER_SHARE = 0.3
"""A container with less of the prose than this is a part of the article or beside it; its names speak of the part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """The words of prose before each segment, each segment's bounded, one longer than these; and all of the page's."""

    before: Floats
    words: float
    """Never zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Containers:
    """Arrays with an entry a container, and the number of the main one."""

    parent: Ints
    first: Ints
    last: Ints
    depth: Ints
    share: Floats
    """Of the page's prose."""
    inner_bits: NDArray[np.uint64]
    """What it and those around it say of themselves, up to where the article's own container begins."""
    main: int
    steps_to_main: Ints
    """How far up the main container's line it branches off."""


def counted(words: Floats, prose: Floats) -> Prose:
    """How the prose of the page is spread."""
    before = np.concatenate([[0.0], np.cumsum(np.minimum(words, MOST_PROSE_WORDS) * prose, dtype=np.float64)])
    return Prose(before=before.astype(np.float32), words=max(float(np.float32(before[-1])), 1.0))


def prose_of(words: Floats, linked: Floats, ends: Floats, commas: Floats) -> Floats:
    """1 for each segment that reads like a sentence or more of running text."""
    like = (words >= PROSE_WORDS) & (linked < LINKED_SHARE) & ((ends > 0) | (commas > 0) | (words >= LONG_WORDS))
    return like.astype(np.float32)


def containers_of(page: Segments, prose: Prose) -> Containers:
    """The containers of the page."""
    parent = np.array(page.parent)
    first, last = np.array(page.first), np.array(page.last)
    share = ((prose.before[last] - prose.before[first]) / prose.words).astype(np.float32)
    depth, inner = _down(page, share.tolist())
    main = _main(share, np.array(depth))
    return Containers(
        parent=parent,
        first=first,
        last=last,
        depth=np.array(depth),
        share=share,
        inner_bits=np.array(inner, dtype=np.uint64),
        main=main,
        steps_to_main=_steps(page.parent, main),
    )


def _down(page: Segments, share: list[float]) -> tuple[list[int], list[int]]:
    """Depth and inner bits: each from those of the parent, which always comes before."""
    depth, inner = [0], [0]
    for parent, bits, part in islice(zip(page.parent, page.bits, share, strict=True), 1, None):
        depth.append(depth[parent] + 1)
        inner.append(0 if part >= INNER_SHARE else inner[parent] | bits)
    return depth, inner


def _main(share: Floats, depth: Ints) -> int:
    large = np.nonzero(share >= MAIN_SHARE)[0]
    return int(large[np.argmax(depth[large])]) if len(large) else 0


def _steps(parent: Sequence[int], main: int) -> Ints:
    steps = {main: 0}
    at = main
    while at:
        steps[parent[at]] = steps[at] + 1
        at = parent[at]
    found = [steps[0]]
    for i in range(1, len(parent)):
        found.append(steps[i] if i in steps else found[parent[i]])
    return np.array(found)
