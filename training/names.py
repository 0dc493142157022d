"""`python -m training.names`: cross-validate the tagger, then learn it from all there is and write its network.

Data: WikiGold (CC BY 4.0) and Universal NER's English Web Treebank, development part (CC BY-SA 4.0), both in
`tests/quality/gold`, and what `training.silver` says. The vectors come from `training.vectors`. The seeds are fixed:
the same machine gives the same network, another one the same to the rounding of its arithmetic. `--final` leaves the
cross-validation out.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from tests.quality.entities import Scored, name_figures
from training.fit import fit
from training.gold import SETS, Text, texts
from training.silver import silver
from worker.steps.entities import consolidated, tagger
from worker.steps.entities.tagger.names import DATA
from worker.steps.entities.tagger.network import Network

FOLDS, SEEDS = 5, (0, 1)
WEAK = 0.3
"""What an article that no person has read counts."""


def main() -> None:
    """Print the figures of the articles that each network had not seen, then write the network of all of them."""
    sets, weak = {name: texts(name) for name in SETS}, silver()
    scored = [] if "--final" in sys.argv else list(cross_validated(sets, weak))
    for name in SETS if scored else ():
        figures = name_figures(pair for set_, pair in scored if set_ == name)
        print(name, " ".join(f"{type_} {100 * value:.1f}" for type_, value in figures.items()))
    network = learned([text for name in SETS for text in sets[name]], weak)
    arrays: dict[str, Any] = {key: array.astype(np.float16) for key, array in asdict(network).items()}
    np.savez_compressed(DATA / "network.npz", **arrays)


def cross_validated(sets: Mapping[str, Sequence[Text]], weak: Sequence[Text]) -> Iterator[tuple[str, Scored]]:
    """Every article with what is found in it by a network that has learned from the other folds."""
    for fold in range(FOLDS):
        network = learned([text for name in SETS for n, text in enumerate(sets[name]) if n % FOLDS != fold], weak)
        print(f"fold {fold} of {FOLDS}", file=sys.stderr)
        for name in SETS:
            for text in sets[name][fold::FOLDS]:
                found = consolidated(text.item["text"], None, tagger.names(text.doc, network))
                yield name, (text.item, found)


def learned(strong: Sequence[Text], weak: Sequence[Text]) -> Network:
    """The network of these articles."""
    every = [*strong, *weak]
    weights = [np.full(len(text.seen.at), weight) for part, weight in ((strong, 1.0), (weak, WEAK)) for text in part]
    return fit(
        np.concatenate([text.seen.rows for text in every]),
        np.concatenate([text.tags for text in every]),
        np.concatenate(weights).astype(np.float32),
        SEEDS,
    )


if __name__ == "__main__":
    main()
