"""How many of GUM's dates are found, and given the first and last day that its annotators gave."""

import gzip
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from worker.steps.times.step import Time, read

GOLD = Path(__file__).parent / "gold" / "times.jsonl.gz"


def measure() -> dict[str, float]:
    """The shares found and right, by set; a date of one minute is right when its day is."""
    counts: Counter[tuple[str, str]] = Counter()
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        for line in lines:
            _count(json.loads(line), counts)
    return {
        f"times.{name}.{figure}": round(counts[name, figure] / counts[name, "all"], 4)
        for name in sorted({name for name, _ in counts})
        for figure in ("found", "right")
    }


def _count(article: dict[str, Any], counts: Counter[tuple[str, str]]) -> None:
    times = read(article["text"], date.fromisoformat(article["published_at"]))
    for gold in article["intervals"]:
        best = max(times, key=lambda time: _overlap(time, gold), default=None)
        found = best is not None and _overlap(best, gold) > 0
        right = found and best is not None and (best.first_day, best.last_day) == (gold["from"][:10], gold["to"][:10])
        counts[article["set"], "all"] += 1
        counts[article["set"], "found"] += found
        counts[article["set"], "right"] += bool(right)


def _overlap(time: Time, gold: dict[str, Any]) -> int:
    return min(time.end, int(gold["end"])) - max(time.start, int(gold["start"]))
