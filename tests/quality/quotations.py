"""Who said what in twelve Wikinews articles that were annotated by hand: the figures that `floors.toml` holds."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from worker.model import Article, Paragraph
from worker.nlp import load
from worker.settings import Nlp
from worker.steps import Reader, enabled
from worker.steps.entities import Entity
from worker.steps.quotations import Quotation

GOLD = Path(__file__).parent / "gold" / "quotations.jsonl.gz"
SAME = 0.5
"""Two spans are the same quotation where what they have in common is so much of what they cover together."""
TRIM = " \n\"'“”‘’.,;:"
Gold = dict[str, Any]


def measure() -> dict[str, float]:
    """Recall by kind, precision, and how often speaker and entity are right where a quotation was found."""
    counts: Counter[str] = Counter()
    steps = enabled(["entities", "quotations"])
    reader = Reader(load(Nlp(), frozenset[str]().union(*(step.pipes for step in steps))), steps, 100_000)
    with gzip.open(GOLD, "rt", encoding="utf-8") as file:
        golds = [json.loads(line) for line in file]
    for gold in golds:
        document = reader.enrich(_article(gold))
        found = document.sections.get("quotations", ())
        entities = document.sections.get("entities", ())
        assert isinstance(found, tuple)
        assert isinstance(entities, tuple)
        counts += _compared(gold, found, {entity.id: entity for entity in entities})
    figures = {f"recall_{kind}": (f"hit_{kind}", f"gold_{kind}") for kind in ("direct", "mixed", "indirect")}
    figures |= {"precision": ("hit", "found"), "speaker": ("speaker", "hit"), "entity": ("entity", "named")}
    return {f"quotations.wikinews.{name}": round(counts[a] / counts[b], 4) for name, (a, b) in figures.items()}


def _article(gold: Gold) -> Article:
    text = gold["text"]
    paragraphs = tuple(Paragraph(start=line.start(), end=line.end()) for line in re.finditer(r"[^\n]+", text))
    return Article(id=gold["id"], text=text, title=gold["title"], paragraphs=paragraphs)


def _compared(gold: Gold, found: tuple[Quotation, ...], entities: dict[str, Entity]) -> Counter[str]:
    counts = Counter({"found": len(found)})
    text, free = gold["text"], list(found)
    for wanted in gold["quotations"]:
        counts[f"gold_{wanted['kind']}"] += 1
        span = _trimmed(text, wanted["start"], wanted["end"])
        best = max(free, key=lambda q: _common(_trimmed(text, q.start, q.end), span), default=None)
        if best is None or _common(_trimmed(text, best.start, best.end), span) < SAME:
            continue
        free.remove(best)
        start, end = wanted["speaker"]
        speaker = best.speaker
        counts["hit"] += 1
        counts[f"hit_{wanted['kind']}"] += 1
        counts["speaker"] += speaker is not None and speaker.start < end and start < speaker.end
        if wanted["entity"]:
            entity = entities.get(speaker.entity or "") if speaker else None
            counts["named"] += 1
            counts["entity"] += entity is not None and any(wanted["entity"] in m.text for m in entity.mentions)
    return counts


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    bare = text[start:end].strip(TRIM)
    start = text.index(bare, start)
    return start, start + len(bare)


def _common(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0
