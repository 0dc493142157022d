"""Train the judgement of HTML segments: `python -m training.html SET_DIR` writes worker/clean/html/model.npz.

SET_DIR holds `gold.jsonl` and `inputs_html.jsonl.xz` of pages that a model that ships may be trained on; which these
were is told in docs/quality/html.md. Needs catboost, which nothing else does. The same pages give the same file.
"""

import argparse
import json
import lzma
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier, Pool

from training.html_labels import covered
from worker.clean.html.clues import clues_of
from worker.clean.html.containers import Floats
from worker.clean.html.features import features
from worker.clean.html.parse import parse
from worker.clean.html.segments import segments_of

MODEL = Path(__file__).parent.parent / "worker" / "clean" / "html" / "model.npz"
SETTINGS = {
    "iterations": 600,
    "depth": 6,
    "learning_rate": 0.07,
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
MOST_WORDS, WEIGHT_POWER = 400, 0.7
"""A segment weighs with its words, less than in proportion; every page weighs the same."""
EASY_WORDS, EASY_SHARE = 8, 0.25
"""Of menu entries so much is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's figures (a row a segment), answers and weights."""

    site: str
    names: tuple[str, ...]
    table: Floats
    answers: Floats
    weights: Floats


def pages_of(folder: Path) -> Iterator[Page]:
    """The pages of a set that have a known article."""
    golds = {gold["id"]: gold for gold in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))}
    with lzma.open(folder / "inputs_html.jsonl.xz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            gold = golds[row["id"]]
            body = gold["gold"]["body"]
            tree = parse(row["html"]) if body else None
            page = segments_of(tree) if tree is not None else None
            if tree is not None and page is not None:
                rows = features(page, clues_of(tree, row["html"]))
                counts = np.array(covered(page.texts, body if isinstance(body, str) else "\n".join(body)))
                yield _page(gold["site"] or gold["id"], rows, counts)


def _page(site: str, rows: dict[str, Floats], counts: Floats) -> Page:
    total, found = counts[:, 0], counts[:, 1]
    weights = np.minimum(total, MOST_WORDS) ** WEIGHT_POWER + 0.3
    table = np.stack([np.asarray(row, dtype=np.float32) for row in rows.values()], axis=1)
    return Page(
        site=site,
        names=tuple(rows),
        table=table,
        answers=((found * 2 >= total) & (total > 0)).astype(np.float32),
        weights=weights / weights.sum() * 50,
    )


def train(pages: list[Page]) -> CatBoostClassifier:
    """The classifier of these pages' segments."""
    table, answers, weights = (
        np.concatenate([getattr(page, name) for page in pages]) for name in ("table", "answers", "weights")
    )
    words = np.expm1(table[:, pages[0].names.index("words")])
    linked = table[:, pages[0].names.index("linked")]
    easy = (answers == 0) & (words < EASY_WORDS) & ((linked > 0.8) | (words < 3))
    used = ~easy | (np.random.default_rng(1).random(len(easy)) < EASY_SHARE)
    classifier = CatBoostClassifier(**SETTINGS)
    classifier.fit(Pool(table[used], answers[used], weight=weights[used]))
    return classifier


def write(classifier: CatBoostClassifier, names: tuple[str, ...], to: Path) -> None:
    """The trees as arrays; of the figures only those that are asked for."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        classifier.save_model(str(path), format="json")
        told = json.loads(path.read_text(encoding="utf-8"))
    trees = told["oblivious_trees"]
    asked = sorted({_question(split) for tree in trees for split in tree["splits"]})
    figures = sorted({figure for figure, _ in asked})
    scale, (bias,) = told["scale_and_bias"]
    number = {question: i for i, question in enumerate(asked)}
    np.savez_compressed(
        to,
        names=np.array([names[i] for i in figures]),
        figures=np.array([figures.index(figure) for figure, _ in asked], dtype=np.uint16),
        thresholds=np.array([threshold for _, threshold in asked], dtype=np.float32),
        questions=np.array([[number[_question(s)] for s in t["splits"]] for t in trees], dtype=np.uint16).T,
        values=np.array([t["leaf_values"] for t in trees], dtype=np.float32) * np.float32(scale),
        bias=np.float32(bias),
    )


def _question(split: dict[str, float]) -> tuple[int, float]:
    return int(split["float_feature_index"]), split["border"]


def main() -> None:
    """Train on all pages, or with --fold N on those of four fifths of the sites."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--to", type=Path, default=MODEL)
    parser.add_argument("--fold", type=int, help="leave out the sites of this fold, 0 to 4")
    arguments = parser.parse_args()
    pages = [page for page in pages_of(arguments.folder) if fold(page.site) != arguments.fold]
    write(train(pages), pages[0].names, arguments.to)
    print(f"{arguments.to}: {len(pages)} pages")


def fold(site: str) -> int:
    """One of five, the same for every page of a site."""
    return zlib.crc32(site.encode()) % 5


if __name__ == "__main__":
    main()
