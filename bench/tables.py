"""The scorers' numbers as Markdown tables, with the peers' beside them."""

from collections.abc import Iterator

from bench import peers

Score = dict[str, object]
TRAINED_ON = frozenset({"wcxb_dev", "ner/uner_ewt_dev", "ner/wikigold"})
"""Sets that weights which ship were trained on: marked, for what they score here proves nothing."""
METADATA = (("title", "exact"), ("title", "lenient"), ("date", "f1"), ("authors", "f1"))
GIVES_DAY = "crawl"
"""Pages of this form begin with the gold's day, which proves nothing."""
# For each task, the measures that are shown and where the scorer keeps them.
MEASURES: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {
    "ner": ("F1 all", (("all", "all", "F1"),)),
    "alias": ("pairwise F1 / B3 F1", (("all", "pairwise", "F1"), ("all", "B3", "F1"))),
    "quotes": (
        "recall direct / mixed / indirect / direct e2e F1",
        (("all", "R direct"), ("all", "R mixed"), ("all", "R indirect"), ("all", "direct e2e", "F1")),
    ),
    "times/aquaint": (
        "strict / relaxed / value F1",
        (("all", "strict", "F1"), ("all", "relaxed", "F1"), ("all", "value", "F1")),
    ),
    "times": ("found / correct", (("all", "found"), ("all", "correct"))),
    "places": (
        "recognition F1 / acc161 / end-to-end F1",
        (("all", "recognition", "F1"), ("all", "acc161"), ("all", "end-to-end", "F1")),
    ),
    "language": (
        "accuracy headline / sentence / long",
        tuple(("subsets", length, "accuracy") for length in ("headline", "sentence", "long")),
    ),
    "keyphrases": ("F1 at 10 / 15", (("all", "@10", "F1"), ("all", "@15", "F1"))),
    "duplicates": ("pairs F1 / ARI", (("all", "pairs", "F1"), ("all", "ARI"))),
}


def number(score: object, *path: str) -> float | None:
    """The number at the end of the path, None where there is none."""
    for key in path:
        score = score.get(key) if isinstance(score, dict) else None
    return float(score) if isinstance(score, int | float) else None


def told(value: float | None, digits: int = 3) -> str:
    """A number, or a dash."""
    return "–" if value is None else f"{value:.{digits}f}"


def percent(value: float | None) -> str:
    """A share in percent, or a dash."""
    return told(None if value is None else 100 * value, 1)


def marked(name: str) -> str:
    """The set's name, with the mark of the note where it was trained on."""
    return f"{name} ¹" if name in TRAINED_ON else name


def body(scores: dict[tuple[str, str], Score]) -> Iterator[str]:
    """The main text, from HTML and from the three kinds of flattened text."""
    yield "| set | input | pages | P | R | F1 | 95 % interval | mean page F1 | empty | best peer |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for (name, track), score in scores.items():
        if pages := number(score, "body", "pages"):
            figures = [told(number(score, "body", key)) for key in ("precision", "recall", "f1")]
            interval = f"{told(number(score, 'body', 'f1_low'))}–{told(number(score, 'body', 'f1_high'))}"
            rest = [told(number(score, "body", "page_f1")), told(number(score, "body", "empty"), 0)]
            row = [marked(name), track, f"{pages:.0f}", *figures, interval, *rest, peers.BODY.get((name, track), "–")]
            yield f"| {' | '.join(row)} |"


def segments(scores: dict[tuple[str, str], Score]) -> Iterator[str]:
    """Passages that must and must not be in the main text."""
    yield "| set | P | R | F1 | leaked | best peer |"
    yield "|---|---|---|---|---|---|"
    for (name, track), score in scores.items():
        if track == "html" and number(score, "segments", "f1") is not None:
            figures = [told(number(score, "segments", key)) for key in ("precision", "recall", "f1", "leaked")]
            yield f"| {' | '.join([marked(name), *figures, peers.SEGMENTS.get(name, '–')])} |"


def metadata(scores: dict[tuple[str, str], Score]) -> Iterator[str]:
    """Titles, dates and authors, from HTML beside the best peer, and from flattened text, which no peer reads."""
    yield "| set | input | title exact (best peer) | lenient (peer) | date F1 (peer) | authors F1 (peer) |"
    yield "|---|---|---|---|---|---|"
    for (name, track), score in scores.items():
        best = peers.METADATA.get(name, ("–",) * 4) if track == "html" else ("",) * 4
        read = [path for path in METADATA if (track, path[0]) != (GIVES_DAY, "date")]
        figures = [told(number(score, *path) if path in read else None) for path in METADATA]
        cells = [f"{figure} ({peer})" if peer else figure for figure, peer in zip(figures, best, strict=True)]
        yield f"| {' | '.join([name, track, *cells])} |"


def structure(scores: dict[tuple[str, str], Score]) -> Iterator[str]:
    """Headings and standfirsts, where a set has them."""
    yield "| set | headings found | marked as such | standfirst exact | lenient |"
    yield "|---|---|---|---|---|"
    for (name, track), score in scores.items():
        if track == "html" and number(score, "headings", "headings"):
            paths = (("headings", "found"), ("headings", "marked"), ("standfirst", "exact"), ("standfirst", "lenient"))
            yield f"| {' | '.join([name, *(told(number(score, *path)) for path in paths)])} |"


def enrichment(scores: dict[str, Score]) -> Iterator[str]:
    """What the steps find, in percent; nothing found is 0, which is what a step that is not there yet scores."""
    yield "| set | measure | worker | plain tools |"
    yield "|---|---|---|---|"
    for name, score in sorted(scores.items()):
        measure, paths = MEASURES.get(name) or MEASURES[name.split("/")[0]]
        figures = " / ".join(percent(number(score, *path)) for path in paths)
        yield f"| {marked(name)} | {measure} | {figures} | {peers.ENRICHMENT.get(name, '–')} |"
