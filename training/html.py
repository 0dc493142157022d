"""Train the judgement of HTML segments: `python -m training.html SET_DIR` writes worker/clean/html/model.npz.

SET_DIR holds `gold.jsonl` and `inputs_html.jsonl.xz` of pages that a model that ships may be trained on; which these
were is told in docs/quality/html.md. Needs catboost, jax and optax, which nothing that ships does. The same pages give
the same trees, and the same network but for the order of floating-point sums.
"""

import argparse
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from training.html_net import SCALE
from training.html_net import train as train_network
from training.html_opinions import with_opinions
from training.html_pages import fold, foreign, invented_pages, made_of, narrowed, pages_of
from training.html_trees import train as train_trees
from worker.clean.html.judgement import OF_NETWORK

MODEL = Path(__file__).parent.parent / "worker" / "clean" / "html" / "model.npz"
SEED = 1
"""Of one network: a second brings no more than another seed does, 0.001 up or down, and costs 0.3 ms a page."""


def main() -> None:
    """Train on all pages, or with --fold N on those of four fifths of the sites."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--to", type=Path, default=MODEL)
    parser.add_argument("--fold", type=int, help="leave out the sites of this fold, 0 to 4")
    arguments = parser.parse_args()
    measuring = foreign(arguments.folder)
    pages = [page for page in pages_of(arguments.folder) if page.site not in measuring]
    pages = [page for page in pages if fold(page.site) != arguments.fold]
    # Only the network is shown made and invented pages: trees that were shown made ones lost one article line in a
    # hundred more on wcxb; shown invented ones, 0.001 on aed. Of invented pages none are made: headings got lost.
    figures, trees = train_trees(pages)
    names = [pages[0].names[i] for i in figures]
    given, invented = ([narrowed(page, names) for page in some] for some in (pages, invented_pages()))
    given, invented = with_opinions(given, invented, SEED)
    made = list(made_of(given, Random(SEED)))  # noqa: S311 - what is made must be the same each time
    network = train_network([*given, *invented, *made], SEED)
    stored: dict[str, Any] = {"names": np.array(names), **trees}
    for name, array in network.items():
        stored[OF_NETWORK + name] = array if name in SCALE else array[None].astype(np.float16)
    np.savez_compressed(arguments.to, **stored)
    print(f"{arguments.to}: {len(given)} given, {len(invented)} invented, {len(made)} made pages")


if __name__ == "__main__":
    main()
