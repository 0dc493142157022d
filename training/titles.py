"""`python -m training.titles SET`: learn what speaks for a line of a flattened page to be its title, and print it.

The weights, rounded, stand in `worker/clean/title.py`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from training.choice import Choice, flattened, learn
from worker.clean.characters import tidy_lines
from worker.clean.decide import inside
from worker.clean.lines.features import features
from worker.clean.pieces import pieces_of
from worker.clean.title import WEIGHTS, candidates

WORD = re.compile(r"\w+")


def choices_of(folder: Path, name: str) -> Iterator[Choice]:
    """The lines of each page that may be its title, and those that say it and nothing else."""
    for raw, gold in flattened(folder, name):
        page = features(pieces_of(tidy_lines(raw.content)))
        seen = candidates(page, inside(page), raw.url)
        said = [_words(page.texts[i]) == _words(gold["gold"]["title"]) for i in seen]
        rows = np.array(list(seen.values()), dtype=float).reshape(-1, len(WEIGHTS))
        yield Choice(site=gold["site"] or gold["id"], rows=rows, right=np.array(said, dtype=bool))


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


if __name__ == "__main__":
    learn(__doc__, choices_of, WEIGHTS)
