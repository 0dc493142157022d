"""The trees of the judgement of HTML segments, grown by CatBoost."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from catboost import CatBoostClassifier, Pool

from training.html_made import OWN
from training.html_pages import Page

SETTINGS = {
    "iterations": 250,
    "depth": 6,
    "learning_rate": 0.13,
    "l2_leaf_reg": 4,
    "rsm": 0.25,
    "border_count": 64,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.7,
    "random_seed": 1,
    "thread_count": 1,
    "verbose": False,
    "allow_writing_files": False,
}
EASY_WORDS, EASY_SHARE = 8, 0.25
"""Of menu entries so much is enough."""


def train(pages: Sequence[Page]) -> tuple[list[int], dict[str, Any]]:
    """The figures that the trees ask for, and the trees as arrays."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        _classifier(pages).save_model(str(path), format="json")
        told = json.loads(path.read_text(encoding="utf-8"))
    trees = told["oblivious_trees"]
    asked = sorted({_question(split) for tree in trees for split in tree["splits"]})
    figures = sorted({figure for figure, _ in asked})
    scale, (bias,) = told["scale_and_bias"]
    number = {question: i for i, question in enumerate(asked)}
    return figures, {
        "figures": np.array([figures.index(figure) for figure, _ in asked], dtype=np.uint16),
        "thresholds": np.array([threshold for _, threshold in asked], dtype=np.float32),
        "questions": np.array([[number[_question(s)] for s in t["splits"]] for t in trees], dtype=np.uint16).T,
        "values": np.array([t["leaf_values"] for t in trees], dtype=np.float32) * np.float32(scale),
        "bias": np.float32(bias),
    }


def _classifier(pages: Sequence[Page]) -> CatBoostClassifier:
    table, answers, weights = (
        np.concatenate([getattr(page, name) for page in pages]) for name in ("table", "answers", "weights")
    )
    own = answers >= OWN
    words = np.expm1(table[:, pages[0].names.index("words")])
    linked = table[:, pages[0].names.index("linked")]
    easy = ~own & (words < EASY_WORDS) & ((linked > 0.8) | (words < 3))
    used = ~easy | (np.random.default_rng(1).random(len(easy)) < EASY_SHARE)
    classifier = CatBoostClassifier(**SETTINGS)
    classifier.fit(Pool(table[used], own[used].astype(np.float32), weight=weights[used]))
    return classifier


def _question(split: dict[str, float]) -> tuple[int, float]:
    return int(split["float_feature_index"]), split["border"]
