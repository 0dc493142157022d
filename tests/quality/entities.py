"""How well names are read and brought together: the figures `entities.set.figure` that `floors.toml` holds.

The tagger has learned from the sets of names, so that theirs only tell when something breaks; docs/quality/entities.md
has those of articles that it had not seen. It has not seen the sets of aliases.
"""

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from worker.model import Article
from worker.nlp import load, read
from worker.settings import Settings
from worker.steps.entities import Entity, entities
from worker.steps.step import Reading

GOLD = Path(__file__).parent / "gold"
NAMES = ("wikigold", "uner_ewt_dev")
ALIASES = ("gum_news_alias", "gum_interview_alias")
EVERY = 4
"""Of the sets of names every fourth article: the tests have no minute for it."""
TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
_AROUND = re.compile(r"^(?:(?:the|an|a)\s+)?(?P<name>.*?)(?:\s*['’]s)?$", re.IGNORECASE | re.DOTALL)
Name = tuple[int, int, str]
Scored = tuple[dict[str, Any], Sequence[Entity]]
"""An article with its answers, and the entities that were found in it."""


def measure() -> dict[str, float]:
    """F1 of names by type, and of the pairs and the mentions (B³) of those that name the same."""
    figures: dict[str, float] = {}
    for name in NAMES:
        items = articles(name)[::EVERY]
        scores = name_figures(zip(items, found_in(items), strict=True))
        figures |= {f"entities.{name}.{type_}": value for type_, value in scores.items()}
    for name in ALIASES:
        items = articles(name)
        scores = alias_figures(zip(items, found_in(items), strict=True))
        figures |= {f"entities.{name}.{figure}": value for figure, value in scores.items()}
    return {name: round(value, 4) for name, value in figures.items()}


def articles(name: str) -> list[dict[str, Any]]:
    """The articles of a set, with their answers."""
    with gzip.open(GOLD / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def found_in(items: Sequence[dict[str, Any]]) -> Iterator[Sequence[Entity]]:
    """The worker's entities, article by article."""
    nlp = load(Settings().nlp, frozenset({"ner"}))
    for item in items:
        doc = read(nlp, item["text"])
        yield entities(Reading(doc, Article(id="a", text=item["text"], paragraphs=()))) or ()


def names(item: dict[str, Any], found: Iterable[Entity]) -> set[Name]:
    """The persons, organisations and places that were found, bare."""
    spans = ((m.start, m.end, TYPES[e.type]) for e in found if e.type in TYPES for m in e.mentions)
    return {_bare(item["text"], *span) for span in spans}


def known(item: dict[str, Any]) -> set[Name]:
    """Those that there are."""
    return {_bare(item["text"], g["start"], g["end"], g["type"]) for g in item["gold"]["entities"]}


def name_figures(scored: Iterable[Scored]) -> dict[str, float]:
    """F1 of exact spans with their types, by type and of all."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for item, entities_ in scored:
        found, there = names(item, entities_), known(item)
        for what, spans in (("found", found), ("there", there), ("right", found & there)):
            counts[what].update(type_ for span in spans for type_ in (span[2], "all"))
    return {
        type_: 2 * counts["right"][type_] / max(1, counts["found"][type_] + counts["there"][type_])
        for type_ in ("all", "PER", "ORG", "LOC")
    }


Label = tuple[tuple[str, int], tuple[str, str] | None]
"""A mention's cluster in the answers, and the entity that it was given to, if to any; both by article."""


def alias_figures(scored: Iterable[Scored]) -> dict[str, float]:
    """Of the mentions in the answers: how well their pairs, and how well each one's fellows, are found."""
    labels = [label for item, found in scored for label in labelled(item, found)]
    return {"pairs": pairs(labels), "b3": b_cubed(labels)}


def labelled(item: dict[str, Any], found: Iterable[Entity]) -> Iterator[Label]:
    """Every mention of the answers with the entity whose mention overlaps it most."""
    spans = [(m.start, m.end, entity.id) for entity in found for m in entity.mentions]
    for number, cluster in enumerate(item["gold"]["clusters"]):
        for gold in cluster:
            over = [(min(e, gold["end"]) - max(s, gold["start"]), s - e, id_) for s, e, id_ in spans]
            best = max(over, default=(0, 0, ""))
            yield (item["id"], number), (item["id"], best[2]) if best[0] > 0 else None


def pairs(labels: Sequence[Label]) -> float:
    """F1 of the pairs of mentions in one article that are one."""
    there, found, right = 0, 0, 0
    for one, other in combinations(labels, 2):  # pairs over two articles are neither there nor found
        same, put = one[0] == other[0], one[1] is not None and one[1] == other[1]
        there, found, right = there + same, found + put, right + (same and put)
    return 2 * right / max(1, there + found)


def b_cubed(labels: Sequence[Label]) -> float:
    """F1 of the mean share of each mention's entity that is right, and of its cluster that is found."""
    there, found, both = Counter(a for a, _ in labels), Counter(b for _, b in labels), Counter(labels)
    given = [(a, b) for a, b in labels if b is not None]
    precision = sum(both[a, b] / found[b] for a, b in given) / max(1, len(given))
    recall = sum(both[a, b] / there[a] for a, b in given) / max(1, len(labels))
    return 2 * precision * recall / max(1e-9, precision + recall)


def _bare(text: str, start: int, end: int, type_: str) -> Name:
    matched = _AROUND.match(text[start:end])
    assert matched is not None
    return start + matched.start("name"), start + matched.end("name"), type_
