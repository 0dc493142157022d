"""Precision, recall and F1 of texts against what they should be."""

import re
from collections import Counter
from collections.abc import Iterable
from statistics import fmean

WORD = re.compile(r"\w+")


def f1(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """Over four-word shingles as multisets, precision and recall each a mean over pages (wanted, given)."""
    precisions, recalls = [], []
    for wanted, given in pairs:
        gold, found = _shingles(wanted), _shingles(given)
        common = (gold & found).total()
        if found:
            precisions.append(common / found.total())
        recalls.append(common / max(1, gold.total()))
    precision, recall = fmean(precisions or [0.0]), fmean(recalls or [0.0])
    return round(precision, 4), round(recall, 4), round(2 * precision * recall / max(1e-9, precision + recall), 4)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(zip(*(words[i:] for i in range(4)), strict=False))
