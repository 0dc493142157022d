"""`python -m training.writers SET`: learn what speaks for names on a flattened page to be its writers', and print it.

The weights, rounded, stand in `worker/extract/writers.py`. Nobody is a candidate too, of which nothing speaks.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from training.choice import Choice, flattened, learn
from worker.clean import clean
from worker.extract.authors import fold
from worker.extract.beginning import beginning
from worker.extract.clues import Signature
from worker.extract.names import names_of
from worker.extract.writers import WEIGHTS, candidates
from worker.model import Source


def choices_of(folder: Path, name: str) -> Iterator[Choice]:
    """The names on each page, and nobody; right are those of which the gold has any."""
    for raw, gold in flattened(folder, name):
        lines = clean(raw).lines
        found = list(candidates(lines, *beginning(lines)))
        wanted = {fold(author) for author in gold["gold"]["authors"]}
        said = [{fold(a.name) for a in names_of(Signature(n.text, Source.TEXT), frozenset())} for n in found]
        right = [bool(names & wanted) for names in said]
        rows = np.array([*(n.traits for n in found), [0] * len(WEIGHTS)], dtype=float)
        yield Choice(site=gold["site"] or gold["id"], rows=rows, right=np.array([*right, not any(right)]))


if __name__ == "__main__":
    learn(__doc__, choices_of, WEIGHTS)
