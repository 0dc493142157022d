"""The network and how it learns, in JAX; `worker/clean/lines/network.py` is the same forward pass in numpy.

A line's columns and the sum of its words' embeddings go through a dense layer, then through residual convolutions of
width 3 over the lines, dilated 1 to 16 (Yu and Koltun 2016), so that a line sees 31 lines on each side; after the
second one the page as a whole, its mean and its maximum, is added to every line.
"""

from collections.abc import Callable, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from training.lines.example import Example
from worker.clean.lines.buckets import BUCKETS, MOST_IDS
from worker.clean.lines.shape import Numbers

Parameters = dict[str, Any]
Batch = tuple[Any, ...]
HIDDEN, EMBEDDED, DILATIONS, PAGE_AFTER = 48, 16, (1, 2, 4, 8, 16), 1
DROP_HIDDEN, DROP_WORDS, DROP_ALL_WORDS, DROP_COLUMNS = 0.2, 0.3, 0.15, 0.08
"""Words and columns are dropped so that none is relied on alone: a page may be of another language, or another site."""
WORDS_WEIGHT, DICE_WEIGHT = 0.7, 0.3
RATE, DECAY, AVERAGE = 2e-3, 3e-2, 0.995
EPOCHS, BATCH, MOST_LINES, MADE_SHARE = 12, 24, 320, 0.6
SHORTEST = 64


def initial(seed: int, columns: int) -> Parameters:
    """Parameters by He's rule, the residual branches scaled down."""
    chance = np.random.RandomState(seed)

    def layer(rows: int, cols: int, scale: float = 1.0) -> Any:
        return jnp.asarray(chance.randn(rows, cols) * np.sqrt(2 / rows) * scale, jnp.float32)

    found: Parameters = {"embedding": layer(BUCKETS, EMBEDDED) * 2, "in": layer(columns + EMBEDDED, HIDDEN)}
    for i in range(len(DILATIONS)):
        found[f"wide{i}"], found[f"back{i}"] = layer(3 * HIDDEN, HIDDEN, 0.7), layer(HIDDEN, HIDDEN, 0.5)
        found[f"wide{i}_bias"] = found[f"back{i}_bias"] = jnp.zeros(HIDDEN)
    found |= {"page": layer(2 * HIDDEN, HIDDEN, 0.5), "out": layer(HIDDEN, 1, 0.1)}
    return found | {"in_bias": jnp.zeros(HIDDEN), "page_bias": jnp.zeros(HIDDEN), "out_bias": jnp.zeros(1)}


def _dropped(key: Any, value: Any, share: float, shape: tuple[int, ...] | None = None) -> Any:
    return value * jax.random.bernoulli(key, 1 - share, shape or value.shape) / (1 - share)


def _shifted(hidden: Any, by: int) -> Any:
    pad = ((0, 0), (max(by, 0), max(-by, 0)), (0, 0))
    padded = jnp.pad(hidden, pad)
    return padded[:, : hidden.shape[1]] if by > 0 else padded[:, -by:]


def forward(p: Parameters, x: Any, buckets: Any, mask: Any, key: Any = None) -> Any:
    """Logits, pages × lines; without a key nothing is dropped."""
    keys = jax.random.split(key, 4 + len(DILATIONS)) if key is not None else None
    if keys is not None:
        x = x * jax.random.bernoulli(keys[0], 1 - DROP_COLUMNS, (x.shape[0], 1, x.shape[2]))
        kept = jax.random.bernoulli(keys[1], 1 - DROP_WORDS, buckets.shape)
        buckets = buckets * kept * jax.random.bernoulli(keys[2], 1 - DROP_ALL_WORDS, (buckets.shape[0], 1, 1))
    words = p["embedding"].at[0].set(0)[buckets].sum(2) / jnp.sqrt(1.0 + (buckets > 0).sum(2, keepdims=True))
    on = mask[..., None]
    hidden = jax.nn.relu(jnp.concatenate([x, words], -1) @ p["in"] + p["in_bias"]) * on
    hidden = _dropped(keys[3], hidden, DROP_HIDDEN) if keys is not None else hidden
    for i, dilation in enumerate(DILATIONS):
        wide = jnp.concatenate([_shifted(hidden, dilation), hidden, _shifted(hidden, -dilation)], -1)
        wide = jax.nn.relu(wide @ p[f"wide{i}"] + p[f"wide{i}_bias"])
        wide = _dropped(keys[4 + i], wide, DROP_HIDDEN) if keys is not None else wide
        hidden = (hidden + wide @ p[f"back{i}"] + p[f"back{i}_bias"]) * on
        if i == PAGE_AFTER:
            page = [hidden.sum(1) / mask.sum(1, keepdims=True), jnp.where(on > 0, hidden, -1e9).max(1)]
            hidden = (hidden + jax.nn.relu(jnp.concatenate(page, -1) @ p["page"] + p["page_bias"])[:, None]) * on
    return (jax.nn.relu(hidden) @ p["out"] + p["out_bias"])[..., 0]


FORWARD = jax.jit(forward)


def odds(p: Parameters, each: Example) -> Numbers:
    """The log odds of each piece of a page, of whose columns are standard deviations."""
    length = max(SHORTEST, 1 << (len(each.pieces) - 1).bit_length())
    x, buckets, mask, *_ = packed([each], length, [0])
    found: Numbers = np.asarray(FORWARD(p, x, buckets, mask))[0, : len(each.pieces)]
    return found


def loss(p: Parameters, key: Any, batch: Batch) -> Any:
    """Cross-entropy, every page alike, lines by their words and in part alike; and one minus the page's soft F1."""
    x, buckets, mask, inside, words = batch
    logits = forward(p, x, buckets, mask, key)
    by_words = words * mask / (words * mask).sum(1, keepdims=True)
    alike = mask / mask.sum(1, keepdims=True)
    entropy = optax.sigmoid_binary_cross_entropy(logits, inside)
    told = jax.nn.sigmoid(logits) * words * mask
    dice = 1 - 2 * (told * inside).sum(1) / ((words * inside * mask).sum(1) + told.sum(1) + 2)
    weights = WORDS_WEIGHT * by_words + (1 - WORDS_WEIGHT) * alike
    return (weights * entropy).sum(1).mean() + DICE_WEIGHT * dice.mean()


def packed(examples: Sequence[Example], length: int, first: Sequence[int]) -> Batch:
    """The examples as one batch of `length` lines each, from their line `first` on."""
    shape = (len(examples), length)
    x = np.zeros((*shape, examples[0].columns.shape[1]), np.float32)
    buckets = np.zeros((*shape, MOST_IDS), np.int32)
    mask, inside, words = (np.zeros(shape, np.float32) for _ in range(3))
    for i, (each, start) in enumerate(zip(examples, first, strict=True)):
        part = slice(start, start + length)
        size = len(each.inside[part])
        x[i, :size], buckets[i, :size], mask[i, :size] = each.columns[part], each.buckets[part], 1
        inside[i, :size], words[i, :size] = each.inside[part], each.words[part]
    return x, buckets, mask, inside, words


def batches(examples: Sequence[Example], chance: np.random.RandomState) -> list[Batch]:
    """All examples once, those of like length together, in an order of chance; of long pages a stretch of chance."""
    sizes = [min(len(each.inside), MOST_LINES) for each in examples]
    order = sorted(chance.permutation(len(examples)), key=lambda i: (sizes[i] // 32, chance.rand()))
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    chance.shuffle(groups)
    found = []
    for group in groups:
        length = -(-max(sizes[i] for i in group) // 64) * 64
        first = [chance.randint(0, max(1, len(examples[i].inside) - length + 1)) for i in group]
        found.append(packed([examples[i] for i in group], length, first))
    return found


def train(examples: Sequence[Example], seed: int, tell: Callable[[int, float], None]) -> Parameters:
    """The running average of the parameters over the last steps."""
    given = [each for each in examples if not each.page.made]
    made = [each for each in examples if each.page.made]
    share = int(len(made) * MADE_SHARE)
    steps = EPOCHS * ((len(given) + share) // BATCH + 8)
    rates = optax.cosine_onecycle_schedule(steps, RATE)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rates, weight_decay=DECAY))
    parameters = average = initial(seed, examples[0].columns.shape[1])
    state = optimiser.init(parameters)

    def step(p: Any, mean: Any, state: Any, key: Any, keep: Any, batch: Batch) -> Any:
        value, slope = jax.value_and_grad(loss)(p, key, batch)
        change, state = optimiser.update(slope, state, p)
        p = optax.apply_updates(p, change)
        return p, jax.tree_util.tree_map(lambda a, b: a * keep + b * (1 - keep), mean, p), state, value

    compiled = jax.jit(step)
    chance, key, count = np.random.RandomState(seed), jax.random.PRNGKey(seed), 0
    for epoch in range(EPOCHS):
        some = [made[i] for i in chance.choice(len(made), share, replace=False)]
        losses = []
        for batch in batches([*given, *some], chance):
            key, own = jax.random.split(key)
            count += 1
            keep = min(AVERAGE, count / (count + 10))
            parameters, average, state, value = compiled(parameters, average, state, own, keep, batch)
            losses.append(float(value))
        tell(epoch, float(np.mean(losses)))
    return average
