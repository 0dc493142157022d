"""How many of the places in a dozen Wikinews articles are found, and put where they are."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from worker.model import Article
from worker.settings import Nlp
from worker.steps import Readers, enabled
from worker.steps.places import Place

GOLD = Path(__file__).parent / "gold" / "places.jsonl.gz"
NEAR_KILOMETRES = 161
PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})
Span = tuple[int, int, Place | None]


def measure() -> dict[str, float]:
    """Recognition's F1, and of the recognised places with a known point the share within 161 km or in the country."""
    readers = Readers(Nlp(), enabled(("entities", "places")))
    counts: Counter[str] = Counter()
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        for line in lines:
            gold = json.loads(line)
            article = Article(id=gold["id"], text=gold["text"], paragraphs=())
            document = readers.of(article).enrich(article)
            _count(sorted(_spans(document.sections), key=lambda span: span[:2]), gold["places"], counts)
    return {
        "places.wikinews.recognition_f1": round(2 * counts["found"] / (counts["gold"] + counts["predicted"]), 4),
        "places.wikinews.accuracy_161km": round(counts["right"] / counts["placed"], 4),
    }


def _spans(sections: Any) -> Iterator[Span]:
    where = {place.entity: place for place in sections.get("places", ())}
    for entity in sections.get("entities", ()):
        if entity.type in PLACE_TYPES or entity.id in where:
            yield from ((mention.start, mention.end, where.get(entity.id)) for mention in entity.mentions)


def _count(spans: list[Span], golds: list[dict[str, Any]], counts: Counter[str]) -> None:
    counts.update(gold=len(golds), predicted=len(spans))
    left = list(spans)
    for gold in golds:
        found = next((span for span in left if span[0] < gold["end"] and gold["start"] < span[1]), None)
        if found is None:
            continue
        left.remove(found)
        counts["found"] += 1
        if "latitude" in gold:
            counts.update(placed=1, right=_right(found[2], gold))


def _right(place: Place | None, gold: dict[str, Any]) -> bool:
    if place is None:
        return False
    if gold["country"] and place.country_code == gold["country_code"]:
        return True
    return _kilometres(place, gold) <= NEAR_KILOMETRES


def _kilometres(place: Place, gold: dict[str, Any]) -> float:
    """By the haversine formula."""
    here, there = radians(place.latitude), radians(gold["latitude"])
    across = radians(gold["longitude"] - place.longitude)
    return 12742 * asin(sqrt(sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(across / 2) ** 2))
