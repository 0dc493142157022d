"""`python -m training.lines DATA`: read the pages, make more of them, train a network a fold, score, write the weights.

Seeded: the same data and versions give the same weights but for the order of floating-point sums. Two rounds: the
networks of the second learn labels that the first has an opinion on. The five networks, each trained without the sites
of one fold, are shipped together; the score told here is of each page by the one network that has not seen its site,
and so a little below what the five reach on pages of other sites. Only the first round's is of networks that know
nothing of the site: the opinions that the second learns are of networks that have seen it.
"""

import argparse
import json
import pickle
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from rich.progress import Progress, track

from training.folds import FOLDS, fold_of
from training.invented import invented
from training.lines.augment import augmented, short
from training.lines.dressed import dressed
from training.lines.example import Example, example
from training.lines.flatten import flattened
from training.lines.net import odds, train
from training.lines.opinions import with_opinions
from training.lines.page import FLAVOURS, pages, stories
from training.lines.score import f1
from training.network import Parameters, standard
from worker.clean.convolution import scaled

WEIGHTS = Path(__file__).resolve().parents[2] / "worker" / "clean" / "lines" / "weights.npz"
SEED = 7


def main() -> None:
    """Train on `wcxb_dev`, Wikinews and invented pages, without any site of the sets that are for evaluation only."""
    parser = argparse.ArgumentParser(prog="python -m training.lines", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with extraction/wcxb_dev and enrichment/wikinews")
    parser.add_argument("--cache", type=Path, help="keep the pages in numbers in this file, and use it if it is there")
    arguments = parser.parse_args()
    examples = cached(arguments.data, arguments.cache)
    scale = standard([each.columns for each in examples if not each.page.made])
    for each in examples:
        each.columns[:] = scaled(scale, each.columns)
    first = [fold_net(examples, fold) for fold in range(FOLDS)]
    told = list(with_opinions(examples, first, frozenset(page.site for page in invented())))
    nets = [fold_net(told, fold) for fold in range(FOLDS)]
    stored = scale | check(examples, nets)
    stored |= {name: np.stack([np.asarray(net[name]) for net in nets]).astype(np.float16) for name in nets[0]}
    np.savez_compressed(WEIGHTS, **stored)


def cached(data: Path, cache: Path | None) -> list[Example]:
    """All examples, of the given pages and of those made of them."""
    if cache and cache.exists():
        kept: list[Example] = pickle.loads(cache.read_bytes())  # noqa: S301 - our own file, named by the caller
        return kept
    given = [page for page in pages(data / "extraction" / "wcxb_dev") if page.site not in foreign(data)]
    news = stories(data / "enrichment" / "wikinews" / "articles.jsonl")
    made = [*augmented(given, news, Random(SEED)), *short(given, news, Random(SEED + 1))]  # noqa: S311
    chance = Random(SEED + 2)  # noqa: S311
    ours = [page for each in invented() for page in flattened(each, chance)]
    made += dressed(ours, given, news, chance)
    examples = [found for page in track([*given, *made], "pages in numbers") if (found := example(page))]
    if cache:
        cache.write_bytes(pickle.dumps(examples))
    return examples


def foreign(data: Path) -> frozenset[str]:
    """The sites of the sets that measure: none of them is trained on."""
    sets = [folder for folder in (data / "extraction").iterdir() if folder.is_dir() and folder.name != "wcxb_dev"]
    lines = (line for folder in sets for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    return frozenset(json.loads(line)["site"] for line in lines)


def fold_net(examples: Sequence[Example], fold: int) -> Parameters:
    """A network trained without one fold, and what it scores there."""
    seen = [each for each in examples if fold_of(each.page.site) != fold]
    unseen = [each for each in examples if fold_of(each.page.site) == fold and not each.page.made]
    with Progress() as progress:
        task = progress.add_task(f"fold {fold}", total=None)
        net = train(seen, SEED + fold, lambda epoch, loss: progress.update(task, description=f"{epoch}: {loss:.4f}"))
    for flavour in FLAVOURS:
        those = [each for each in unseen if each.page.flavour == flavour]
        print(fold, flavour, *f1((each.page.body, kept(each, net)) for each in those), len(those), flush=True)
    return net


def check(examples: Sequence[Example], nets: Sequence[Parameters]) -> dict[str, Any]:
    """A short page with the networks' mean log-odds, for a test of the forward pass in numpy."""
    each = next(e for e in examples if 20 <= len(e.pieces) <= 40)
    mean = np.mean([odds(net, each) for net in nets], axis=0)
    return {"check_columns": each.columns, "check_buckets": each.buckets, "check_logits": mean}


def kept(each: Example, net: Parameters) -> str:
    """The text that the network keeps."""
    return "\n".join(piece for piece, logit in zip(each.pieces, odds(net, each), strict=True) if logit > 0)


if __name__ == "__main__":
    main()
