"""The network over a page's segments and how it learns, in JAX; `worker/clean/html/network.py` is its forward pass.

A segment's figures go through a dense layer, then through residual convolutions of width 3 over the segments, dilated
1 to 16, so that a segment sees 31 on each side; after the second one the page as a whole, its mean and its maximum, is
added to every segment.
"""

from collections.abc import Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from training.html_pages import Page
from worker.clean.convolution import DILATIONS, LARGEST, PAGE_AFTER

Parameters = dict[str, Any]
Batch = tuple[Any, ...]
HIDDEN = 48
SCALE = frozenset({"mean", "deviation"})
"""The arrays that are no parameters."""
DROP_HIDDEN, DROP_FIGURES = 0.2, 0.2
"""Figures are dropped so that none is relied on alone: a page may be of another language, or another site."""
HIDDEN_FROM_IT = (
    (0.25, ("says:", "begins:", "function-words")),
    (0.1, ("near:", "inner:")),
)
"""So often a page is shown without what words say, as if in a language of its own, and without names of classes."""
WORDS_SHARE, DICE_WEIGHT = 0.7, 0.3
RATE, DECAY, AVERAGE = 2e-3, 3e-2, 0.995
EPOCHS, BATCH, MOST_SEGMENTS = 16, 24, 320
MADE_SHARE = 0.3
"""Of the made pages so many are seen each time, others the next."""
MOST_WORDS = 400


def train(pages: Sequence[Page], seed: int) -> dict[str, Any]:
    """The network's arrays: the running average of the parameters over the last steps, and how figures are scaled."""
    given, made = [page for page in pages if not page.made], [page for page in pages if page.made]
    rows = np.concatenate([page.table for page in given])
    mean, deviation = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    share = int(len(made) * MADE_SHARE)
    steps = EPOCHS * ((len(given) + share) // BATCH + 8)
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0), optax.adamw(optax.cosine_onecycle_schedule(steps, RATE), weight_decay=DECAY)
    )
    parameters = average = initial(seed, len(mean))
    state = optimiser.init(parameters)

    def change_by(p: Any, average: Any, state: Any, key: Any, keep: Any, batch: Batch) -> Any:
        slope = jax.grad(loss)(p, key, batch)
        change, state = optimiser.update(slope, state, p)
        p = optax.apply_updates(p, change)
        return p, jax.tree_util.tree_map(lambda a, b: a * keep + b * (1 - keep), average, p), state

    step = jax.jit(change_by)
    chance, key, count = np.random.RandomState(seed), jax.random.key(seed, impl="rbg"), 0
    for _ in range(EPOCHS):
        some = [made[i] for i in chance.choice(len(made), share, replace=False)]
        for batch in batches([*given, *some], mean, deviation, chance):
            key, own = jax.random.split(key)
            count += 1
            keep = min(AVERAGE, count / (count + 10))
            parameters, average, state = step(parameters, average, state, own, keep, batch)
    return {"mean": mean, "deviation": deviation, **{name: np.asarray(value) for name, value in average.items()}}


def initial(seed: int, figures: int) -> Parameters:
    """Parameters by He's rule, the residual branches scaled down."""
    chance = np.random.RandomState(seed)

    def layer(rows: int, columns: int, scale: float = 1.0) -> Any:
        return jnp.asarray(chance.randn(rows, columns) * np.sqrt(2 / rows) * scale, jnp.float32)

    found: Parameters = {"in": layer(figures, HIDDEN), "in_bias": jnp.zeros(HIDDEN)}
    for i in range(len(DILATIONS)):
        found[f"wide{i}"], found[f"back{i}"] = layer(3 * HIDDEN, HIDDEN, 0.7), layer(HIDDEN, HIDDEN, 0.5)
        found[f"wide{i}_bias"] = found[f"back{i}_bias"] = jnp.zeros(HIDDEN)
    found |= {"page": layer(2 * HIDDEN, HIDDEN, 0.5), "page_bias": jnp.zeros(HIDDEN)}
    return found | {"out": layer(HIDDEN, 1, 0.1), "out_bias": jnp.zeros(1)}


def forward(p: Parameters, x: Any, mask: Any, key: Any) -> Any:
    """Log odds in training, pages × segments."""
    keys = jax.random.split(key, 2 + len(DILATIONS))
    x = x * jax.random.bernoulli(keys[0], 1 - DROP_FIGURES, (x.shape[0], 1, x.shape[2]))
    on = mask[..., None]
    hidden = _dropped(keys[1], jax.nn.relu(x @ p["in"] + p["in_bias"]) * on)
    for i, dilation in enumerate(DILATIONS):
        wide = jnp.concatenate([_shifted(hidden, dilation), hidden, _shifted(hidden, -dilation)], -1)
        wide = _dropped(keys[2 + i], jax.nn.relu(wide @ p[f"wide{i}"] + p[f"wide{i}_bias"]))
        hidden = (hidden + wide @ p[f"back{i}"] + p[f"back{i}_bias"]) * on
        if i == PAGE_AFTER:
            page = [hidden.sum(1) / mask.sum(1, keepdims=True), jnp.where(on > 0, hidden, -1e9).max(1)]
            hidden = (hidden + jax.nn.relu(jnp.concatenate(page, -1) @ p["page"] + p["page_bias"])[:, None]) * on
    return (jax.nn.relu(hidden) @ p["out"] + p["out_bias"])[..., 0]


def _dropped(key: Any, value: Any) -> Any:
    return value * jax.random.bernoulli(key, 1 - DROP_HIDDEN, value.shape) / (1 - DROP_HIDDEN)


def _shifted(hidden: Any, by: int) -> Any:
    padded = jnp.pad(hidden, ((0, 0), (max(by, 0), max(-by, 0)), (0, 0)))
    return padded[:, : hidden.shape[1]] if by > 0 else padded[:, -by:]


def loss(p: Parameters, key: Any, batch: Batch) -> Any:
    """Cross-entropy, every page alike, segments by their words and in part alike; and one minus the page's soft F1."""
    x, mask, answers, words = batch
    odds = forward(p, x, mask, key)
    by_words = words * mask / (words * mask).sum(1, keepdims=True)
    alike = mask / mask.sum(1, keepdims=True)
    entropy = optax.sigmoid_binary_cross_entropy(odds, answers)
    told = jax.nn.sigmoid(odds) * words * mask
    dice = 1 - 2 * (told * answers).sum(1) / ((words * answers * mask).sum(1) + told.sum(1) + 2)
    weights = WORDS_SHARE * by_words + (1 - WORDS_SHARE) * alike
    return (weights * entropy).sum(1).mean() + DICE_WEIGHT * dice.mean()


def batches(pages: Sequence[Page], mean: Any, deviation: Any, chance: np.random.RandomState) -> list[Batch]:
    """All pages once, those of like length together, in an order of chance; of long pages a stretch of chance."""
    sizes = [min(len(page.answers), MOST_SEGMENTS) for page in pages]
    order = sorted(chance.permutation(len(pages)), key=lambda i: (sizes[i] // 32, chance.rand()))
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    chance.shuffle(groups)
    hidden = [(share, [name.startswith(some) for name in pages[0].names]) for share, some in HIDDEN_FROM_IT]
    found = []
    for group in groups:
        length = -(-max(sizes[i] for i in group) // 64) * 64
        shape = (len(group), length)
        x = np.zeros((*shape, len(mean)), np.float32)
        mask, answers, words = (np.zeros(shape, np.float32) for _ in range(3))
        for row, page in enumerate(pages[i] for i in group):
            start = chance.randint(0, max(1, len(page.answers) - length + 1))
            part = slice(start, start + length)
            size = len(page.answers[part])
            table = page.table[part].copy()
            for share, columns in hidden:
                if chance.rand() < share:
                    table[:, columns] = 0
            x[row, :size] = np.clip((table - mean) / deviation, -LARGEST, LARGEST)
            mask[row, :size], answers[row, :size] = 1, page.answers[part]
            words[row, :size] = np.clip(page.words[part], 0.3, MOST_WORDS)
        found.append((x, mask, answers, words))
    return found
