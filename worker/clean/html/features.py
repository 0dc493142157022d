"""The figures by which a segment is judged: a row a figure, a column a segment."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from worker.clean.html.clues import PageClues, trigrams
from worker.clean.html.containers import Containers, Floats, Ints, Sums, containers_of, prose_of, sums
from worker.clean.html.neighbours import neighbours
from worker.clean.html.segments import Segments
from worker.clean.html.vocabulary import MARKS, WORD_GROUPS
from worker.clean.html.wording import FIGURES, SHORT_WORDS, Wording, wording

TAG_NUMBER = {
    tag: i
    for i, tag in enumerate(
        (
            "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "section", "article", "blockquote", "pre",
            "figcaption", "dd", "dt", "button", "label", "form", "header", "footer", "aside", "nav", "main", "figure",
            "body", "center", "address", "summary", "legend",
        )
    )
}  # fmt: skip
OTHER_TAG = 40
HEADINGS = (4, 8)
"""Of the tag numbers: h2 to h6."""
FAR = 60
NO_HEADLINE = -99
TITLE_LIKE = 0.5
TITLE_WORDS = (2, SHORT_WORDS)
"""More than so many words and fewer than so many has a line that may be the headline."""
SHORTEST_DESCRIPTION = 24
LEVELS = 5
UNDER_HEADING = 15
LOGARITHMIC = frozenset({"words", "commas", "stops", "characters"})
FLAGS = {
    name: tuple(f"{name}:{label}" for label in labels)
    for name, labels in (
        ("says", WORD_GROUPS),
        ("begins", WORD_GROUPS),
        ("headed", WORD_GROUPS),
        ("near", MARKS),
        ("inner", MARKS),
    )
}
"""The names of the figures that are bits, in the bits' order."""
Rows = dict[str, Floats]


def features(page: Segments, clues: PageClues) -> Rows:
    """The figures of the page's segments by name."""
    said = [wording(text) for text in page.texts]
    table = np.ascontiguousarray(np.array([one.figures for one in said], dtype=np.float32).T)
    words, characters = table[0], table[-1]
    rows = _of_text(page, table) | _of_clues(page.texts, said, clues)
    rows["prose"] = prose_of(words, rows["linked"], rows["ends-sentence"], rows["commas"])
    total = sums(words, characters, rows["linked"], rows["prose"])
    around = containers_of(page, total)
    own = np.array(page.container)
    rows |= dict(_of_containers(around, total, own))
    rows |= _of_paths(page, words, rows["linked"], total)
    rows |= _of_places(rows, total)
    rows |= neighbours(rows, words, total, np.array(page.path)[own], around.parent[own])
    return rows | _of_bits(page, said, rows["heading"] > 0, around)


def _of_text(page: Segments, table: Floats) -> Rows:
    rows = {name: np.log1p(row) if name in LOGARITHMIC else row for name, row in zip(FIGURES, table, strict=True)}
    characters = np.maximum(table[-1], 1)
    rows["linked"] = np.minimum(np.array(page.linked, dtype=np.float32) / characters, 1)
    rows["emphasised"] = np.minimum(np.array(page.emphasised, dtype=np.float32) / characters, 1)
    rows["links"] = np.log1p(np.array(page.links, dtype=np.float32))
    rows["breaks"] = np.array(page.breaks, dtype=np.float32)
    rows["pictures"] = np.array(page.pictures, dtype=np.float32)
    times = Counter(page.texts)
    rows["times"] = np.array([times[text] for text in page.texts], dtype=np.float32)
    tags = np.array([TAG_NUMBER.get(page.tags[i], OTHER_TAG) for i in page.container], dtype=np.float32)
    rows["tag"] = tags
    rows["heading"] = ((tags >= HEADINGS[0] - 1) & (tags <= HEADINGS[1])).astype(np.float32)
    return rows


def _of_clues(texts: Sequence[str], said: list[Wording], clues: PageClues) -> Rows:
    """How far each text is the title, the description, or in the article's text that a script has; -1: no script."""
    title, description, body = (np.zeros(len(texts), dtype=np.float32) for _ in range(3))
    known = trigrams(clues.body)
    body -= 0 if known else 1
    few, many = TITLE_WORDS
    described = len(clues.description) if len(clues.description) > SHORTEST_DESCRIPTION else 0
    for i, (text, one) in enumerate(zip(texts, said, strict=True)):
        if few < one.figures[0] < many and not clues.title.isdisjoint(one.words):
            title[i] = len(clues.title & one.words) / max(len(one.words), len(clues.title))
        if described and len(text) >= described and text[:described].lower() == clues.description:
            description[i] = 1
        if known:
            own_trigrams = trigrams(text)
            body[i] = len(own_trigrams & known) / len(own_trigrams) if own_trigrams else -0.5
    return {"title": title, "description": description, "script-body": body}


def _of_containers(around: Containers, total: Sums, own: Ints) -> Iterator[tuple[str, Floats]]:
    """What the containers from the segment's own outwards add up to."""
    segments = np.arange(len(own))
    at = own
    for level in range(LEVELS):
        first, last = around.first[at], around.last[at]
        size = np.maximum(last - first, 1)
        words = total.words[last] - total.words[first]
        yield f"share-{level}", around.share[at]
        yield f"segments-{level}", np.log1p(size)
        linked = total.linked[last] - total.linked[first]
        yield f"linked-{level}", linked / np.maximum(total.characters[last] - total.characters[first], 1)
        yield f"words-a-segment-{level}", np.log1p(words / size)
        yield f"prose-segments-{level}", (total.prose_segments[last] - total.prose_segments[first]) / size
        yield f"words-{level}", np.log1p(words)
        if level:
            yield f"place-{level}", (segments - first) / size
        at = around.outer[at]
    main = around.main
    yield "in-main", ((segments >= around.first[main]) & (segments < around.last[main])).astype(np.float32)
    yield "steps-to-main", around.steps_to_main[own]
    yield "share-of-main", np.full(len(own), around.share[main])
    yield "depth-of-main", np.full(len(own), around.depth[main])
    yield "depth-below-main", around.depth[own] - around.depth[main]


def _of_paths(page: Segments, words: Floats, linked: Floats, total: Sums) -> Rows:
    """What segments with the same way from the root, and those of the same kind in the same element, have in common."""
    own = page.container
    paths = [page.path[i] for i in own]
    kinds: dict[tuple[str, int, int], int] = {}
    siblings = [kinds.setdefault((page.tags[i], page.bits[i], page.parent[i]), len(kinds)) for i in own]
    prose = np.diff(total.prose)
    rows: Rows = {}
    for name, groups in (("path", paths), ("siblings", siblings)):
        _, member, size = np.unique(groups, return_inverse=True, return_counts=True)
        rows[f"share-of-{name}"] = (np.bincount(member, prose) / total.all_prose)[member]
        rows[f"segments-of-{name}"] = np.log1p(size)[member]
        if name == "path":
            rows["words-of-path"] = np.log1p(np.bincount(member, words) / size)[member]
            rows["linked-of-path"] = (np.bincount(member, linked) / size)[member]
    return rows


def _of_places(rows: Rows, total: Sums) -> Rows:
    """Where on the page a segment stands: from the headline, in the prose."""
    size = len(rows["words"])
    index = np.arange(size)
    headline = _headline(rows)
    far = np.clip(index - headline, -FAR, FAR) if headline >= 0 else np.full(size, NO_HEADLINE)
    return {
        "place": index / size,
        "segments": np.full(size, np.log1p(size)),
        "prose-before": total.prose[:-1] / total.all_prose,
        "prose-after": 1 - total.prose[1:] / total.all_prose,
        "all-prose": np.full(size, np.log1p(total.all_prose)),
        "from-headline": far,
        "place-of-headline": np.full(size, headline / size),
    }


def _headline(rows: Rows) -> int:
    """The first top heading like the title, else the first top heading, else the first text like the title, or -1."""
    top = rows["tag"] == TAG_NUMBER["h1"]
    like = rows["title"] >= TITLE_LIKE
    for candidates in (top & like, top, like):
        found = np.nonzero(candidates)[0]
        if len(found):
            return int(found[0])
    return -1


def _of_bits(page: Segments, said: list[Wording], heading: NDArray[np.bool_], around: Containers) -> Rows:
    """The groups of words in the text, at its beginning and in the heading above; and what the markup says."""
    own = np.array(page.container)
    bits = np.array(page.bits, dtype=np.uint64)
    groups = np.array([one.groups for one in said], dtype=np.uint64)
    tables = (
        (FLAGS["says"], groups),
        (FLAGS["begins"], np.array([one.first_groups for one in said], dtype=np.uint64)),
        (FLAGS["headed"], _headed(groups, heading)),
        (FLAGS["near"], (bits | bits[around.parent])[own]),
        (FLAGS["inner"], around.inner_bits[own]),
    )
    rows: Rows = {}
    for labels, values in tables:
        flags = np.unpackbits(values.view(np.uint8).reshape(-1, 8), axis=1, bitorder="little").T[: len(labels)]
        rows.update(zip(labels, flags.astype(np.float32), strict=True))
    return rows


def _headed(groups: NDArray[np.uint64], heading: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """The words of the last heading, where it is not long ago."""
    index = np.arange(len(groups))
    last = np.maximum.accumulate(np.where(heading, index, -1))
    return np.where((last >= 0) & (index - last <= UNDER_HEADING), groups[np.maximum(last, 0)], np.uint64(0))
