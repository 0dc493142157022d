"""Word vectors by spaCy's hash of a word in small letters."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vectors:
    """`keys` are sorted; `rows` are in bytes, to be multiplied by `SCALE`, the last of them for unknown words."""

    keys: NDArray[np.uint64]
    rows: NDArray[np.int8]

    def of(self, words: NDArray[np.uint64]) -> Floats:
        """The vector of each word, zero where it is unknown."""
        at = np.minimum(np.searchsorted(self.keys, words), len(self.keys) - 1)
        known = np.where(self.keys[at] == words, at, len(self.rows) - 1)
        return self.rows[known].astype(np.float32) * SCALE


SCALE = np.float32(1 / 64)


def load(folder: Path) -> Vectors:
    """Mapped from the files, so that all processes of a machine have them in memory once."""
    keys = np.load(folder / "vector-keys.npy", mmap_mode="r")
    return Vectors(keys=keys, rows=np.load(folder / "vector-rows.npy", mmap_mode="r"))
