"""The figures by which a segment is judged: a row a figure, a column a segment."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from worker.clean.html.clues import PageClues, Trigrams, runs, trigrams
from worker.clean.html.containers import Containers, Floats, Ints, Prose, containers_of, counted, prose_of
from worker.clean.html.neighbours import neighbours
from worker.clean.html.segments import Segments
from worker.clean.html.vocabulary import MARKS, WORD_GROUPS
from worker.clean.html.wording import FIGURES, LOOKED_AT, SHORT_WORDS, Wording, wording

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
LONG_CHARACTERS = 80
"""Of a text of more it is asked first whether it stands in the script as it is, which is faster."""
LOGARITHMIC = frozenset({"words", "commas", "stops", "characters"})
FLAGS = {
    name: tuple(f"{name}:{label}" for label in labels)
    for name, labels in (
        ("says", WORD_GROUPS),
        ("begins", WORD_GROUPS),
        ("near", MARKS),
        ("inner", MARKS),
    )
}
"""The names of the figures that are bits, in the bits' order."""
Rows = dict[str, Floats]


def features(page: Segments, clues: PageClues) -> Rows:
    """The figures of the page's segments by name."""
    said = [wording(text) for text in page.texts]
    # Arrays of the figures, since numpy takes as long to read tuples of them as all that follows takes.
    table = np.frombuffer(b"".join([one.figures for one in said]), dtype=np.float32)
    table = np.ascontiguousarray(table.reshape(-1, len(FIGURES)).T)
    words = table[0]
    rows = _of_text(page, table) | _of_clues(page.texts, said, clues)
    rows["prose"] = prose_of(words, rows["linked"], rows["ends-sentence"], rows["commas"])
    prose = counted(words, rows["prose"])
    around = containers_of(page, prose)
    own = np.array(page.container)
    rows |= _of_containers(around, own)
    rows |= _of_paths(page, words, rows["linked"], prose)
    rows |= _of_places(rows, prose)
    rows |= neighbours(rows, np.array(page.path)[own], around.parent[own])
    return rows | _of_bits(page, said, around)


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
            own_words = frozenset(one.words)
            title[i] = len(clues.title & own_words) / max(len(own_words), len(clues.title))
        if described and len(text) >= described and text[:described].lower() == clues.description:
            description[i] = 1
        if known:
            body[i] = _in_script(text, one, clues.body, known)
    return {"title": title, "description": description, "script-body": body}


def _in_script(text: str, one: Wording, body: str, known: Trigrams) -> float:
    """The share of the text's runs of three words that the script has too."""
    if len(text) > LONG_CHARACTERS and text in body:
        return 1
    own = runs(one.words) if one.words and len(text) <= LOOKED_AT else trigrams(text)
    return len(own & known) / len(own) if own else -0.5


def _of_containers(around: Containers, own: Ints) -> Rows:
    """Where the segment's container stands to the one that holds the article."""
    segments, main = np.arange(len(own)), around.main
    return {
        "in-main": ((segments >= around.first[main]) & (segments < around.last[main])).astype(np.float32),
        "steps-to-main": around.steps_to_main[own],
        "share-of-main": np.full(len(own), around.share[main]),
        "depth-of-main": np.full(len(own), around.depth[main]),
        "depth-below-main": around.depth[own] - around.depth[main],
    }


def _of_paths(page: Segments, words: Floats, linked: Floats, prose: Prose) -> Rows:
    """What segments with the same way from the root, and those of the same kind in the same element, have in common."""
    own = page.container
    paths = [page.path[i] for i in own]
    kinds: dict[tuple[str, int, int], int] = {}
    siblings = [kinds.setdefault((page.tags[i], page.bits[i], page.parent[i]), len(kinds)) for i in own]
    own_prose = np.diff(prose.before)
    rows: Rows = {}
    for name, groups in (("path", paths), ("siblings", siblings)):
        member = np.array(groups)
        size = np.bincount(member)[member]
        rows[f"share-of-{name}"] = np.bincount(member, own_prose)[member] / prose.words
        rows[f"segments-of-{name}"] = np.log1p(size)
        if name == "path":
            rows["words-of-path"] = np.log1p(np.bincount(member, words)[member] / size)
            rows["linked-of-path"] = np.bincount(member, linked)[member] / size
    return rows


def _of_places(rows: Rows, prose: Prose) -> Rows:
    """Where on the page a segment stands: from the headline, in the prose."""
    size = len(rows["words"])
    index = np.arange(size)
    headline = _headline(rows)
    far = np.clip(index - headline, -FAR, FAR) if headline >= 0 else np.full(size, NO_HEADLINE)
    return {
        "place": index / size,
        "segments": np.full(size, np.log1p(size)),
        "prose-before": prose.before[:-1] / prose.words,
        "prose-after": 1 - prose.before[1:] / prose.words,
        "all-prose": np.full(size, np.log1p(prose.words)),
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


def _of_bits(page: Segments, said: list[Wording], around: Containers) -> Rows:
    """The groups of words in the text and at its beginning; and what the markup says."""
    own = np.array(page.container)
    bits = np.array(page.bits, dtype=np.uint64)
    tables = (
        np.array([one.groups for one in said], dtype=np.uint64),
        np.array([one.first_groups for one in said], dtype=np.uint64),
        (bits | bits[around.parent])[own],
        around.inner_bits[own],
    )
    flags = np.unpackbits(np.array(tables).view(np.uint8).reshape(len(tables), -1, 8), axis=2, bitorder="little")
    rows: Rows = {}
    for labels, values in zip(FLAGS.values(), flags.transpose(0, 2, 1).copy(), strict=True):
        rows.update(zip(labels, values, strict=False))
    return rows
