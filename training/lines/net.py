"""The network over a page's lines: of each it sees the columns, and the sum of its words' embeddings.

`worker/clean/lines/network.py` is the same forward pass in numpy.
"""

from collections.abc import Callable, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from training.lines.example import Example
from training.network import Batch, Inputs, Parameters, Parts, batches, convolved, initial, layer, learned
from worker.clean.lines.buckets import BUCKETS, MOST_IDS
from worker.clean.lines.shape import Numbers

HIDDEN, EMBEDDED = 48, 16
DROP_WORDS, DROP_ALL_WORDS, DROP_COLUMNS = 0.3, 0.15, 0.08
"""Words and columns are dropped so that none is relied on alone: a page may be of another language, or another site."""
EPOCHS, MADE_SHARE = 12, 0.6
"""Of the made pages so many are seen each time, others the next."""
SHORTEST = 64


def forward(p: Parameters, inputs: Inputs, mask: Any, key: Any = None) -> Any:
    """Log odds, pages × lines; without a key nothing is dropped."""
    x, buckets = inputs
    own = None
    if key is not None:
        own, *keys = jax.random.split(key, 4)
        x = x * jax.random.bernoulli(keys[0], 1 - DROP_COLUMNS, (x.shape[0], 1, x.shape[2]))
        kept = jax.random.bernoulli(keys[1], 1 - DROP_WORDS, buckets.shape)
        buckets = buckets * kept * jax.random.bernoulli(keys[2], 1 - DROP_ALL_WORDS, (buckets.shape[0], 1, 1))
    words = p["embedding"].at[0].set(0)[buckets].sum(2) / jnp.sqrt(1.0 + (buckets > 0).sum(2, keepdims=True))
    return convolved(p, jnp.concatenate([x, words], -1), mask, own)


FORWARD = jax.jit(forward)


def odds(p: Parameters, each: Example) -> Numbers:
    """The log odds of each piece of a page, of whose columns are standard deviations."""
    length = max(SHORTEST, 1 << (len(each.pieces) - 1).bit_length())
    inputs, mask, *_ = packed([(each, slice(None))], length)
    found: Numbers = np.asarray(FORWARD(p, inputs, mask))[0, : len(each.pieces)]
    return found


def packed(parts: Parts[Example], length: int) -> Batch:
    """These lines of these pages as one batch of `length` lines each."""
    shape = (len(parts), length)
    x = np.zeros((*shape, parts[0][0].columns.shape[1]), np.float32)
    buckets = np.zeros((*shape, MOST_IDS), np.int32)
    mask, inside, words = (np.zeros(shape, np.float32) for _ in range(3))
    for i, (each, part) in enumerate(parts):
        size = len(each.inside[part])
        x[i, :size], buckets[i, :size], mask[i, :size] = each.columns[part], each.buckets[part], 1
        inside[i, :size], words[i, :size] = each.inside[part], each.words[part]
    return (x, buckets), mask, inside, words


def train(examples: Sequence[Example], seed: int, tell: Callable[[int, float], None]) -> Parameters:
    """A network of the given examples and, each time, others of those made."""
    given = [each for each in examples if not each.page.made]
    made = [each for each in examples if each.page.made]
    share = int(len(made) * MADE_SHARE)
    chance = np.random.RandomState(seed)

    def epoch() -> list[Batch]:
        return batches(given, made, share, lambda each: len(each.inside), packed, chance)

    parameters = initial(chance, examples[0].columns.shape[1] + EMBEDDED, HIDDEN)
    parameters["embedding"] = layer(chance, BUCKETS, EMBEDDED, 2)
    return learned(parameters, forward, [epoch] * EPOCHS, len(given) + share, seed, tell)
