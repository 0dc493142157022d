"""Networks over what a page consists of, lines or segments, and how they learn, in JAX.

`worker/clean/convolution.py` is the same forward pass in numpy: after a dense layer residual convolutions of width 3
along the page, dilated 1 to 16 (Yu and Koltun 2016), so that each place sees 31 on either side; after the second one
the page as a whole, its mean and its maximum, is added to every place.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import jax
import jax.numpy as jnp
import numpy as np
import optax

from worker.clean.convolution import DILATIONS, PAGE_AFTER

Parameters = dict[str, Any]
Inputs = tuple[Any, ...]
Batch = tuple[Inputs, Any, Any, Any]
"""Inputs, then pages × places: a mask of what is page, how far each is article, and its words."""
Forward = Callable[[Parameters, Inputs, Any, Any], Any]
"""Log odds of parameters, inputs, mask and a key of chance; without a key nothing is dropped."""
Page = TypeVar("Page")
Parts = Sequence[tuple[Page, slice]]
"""Pages, and of each which places."""
DROP_HIDDEN = 0.2
WORDS_SHARE, DICE_WEIGHT = 0.7, 0.3
RATE, DECAY, AVERAGE = 2e-3, 3e-2, 0.995
BATCH, LENGTHS, MOST_PLACES = 24, 64, 320
SPARE_STEPS = 8
"""Of each epoch, for the rate must not fall to nothing before its end."""
KEYS = 1 + len(DILATIONS)


def layer(chance: np.random.RandomState, rows: int, columns: int, scale: float = 1.0) -> Any:
    """Weights by He's rule."""
    return jnp.asarray(chance.randn(rows, columns) * np.sqrt(2 / rows) * scale, jnp.float32)


def initial(chance: np.random.RandomState, columns: int, width: int) -> Parameters:
    """Parameters of a network so wide; the residual branches are scaled down."""
    found: Parameters = {"in": layer(chance, columns, width), "in_bias": jnp.zeros(width)}
    for i in range(len(DILATIONS)):
        found[f"wide{i}"], found[f"back{i}"] = layer(chance, 3 * width, width, 0.7), layer(chance, width, width, 0.5)
        found[f"wide{i}_bias"] = found[f"back{i}_bias"] = jnp.zeros(width)
    found |= {"page": layer(chance, 2 * width, width, 0.5), "page_bias": jnp.zeros(width)}
    return found | {"out": layer(chance, width, 1, 0.1), "out_bias": jnp.zeros(1)}


def convolved(p: Parameters, x: Any, mask: Any, key: Any = None) -> Any:
    """Log odds, pages × places, of pages × places × columns."""
    keys = jax.random.split(key, KEYS) if key is not None else [None] * KEYS
    on = mask[..., None]
    hidden = dropped(keys[0], jax.nn.relu(x @ p["in"] + p["in_bias"]) * on, DROP_HIDDEN)
    for i, dilation in enumerate(DILATIONS):
        wide = jnp.concatenate([_shifted(hidden, dilation), hidden, _shifted(hidden, -dilation)], -1)
        wide = dropped(keys[1 + i], jax.nn.relu(wide @ p[f"wide{i}"] + p[f"wide{i}_bias"]), DROP_HIDDEN)
        hidden = (hidden + wide @ p[f"back{i}"] + p[f"back{i}_bias"]) * on
        if i == PAGE_AFTER:
            page = [hidden.sum(1) / mask.sum(1, keepdims=True), jnp.where(on > 0, hidden, -1e9).max(1)]
            hidden = (hidden + jax.nn.relu(jnp.concatenate(page, -1) @ p["page"] + p["page_bias"])[:, None]) * on
    return (jax.nn.relu(hidden) @ p["out"] + p["out_bias"])[..., 0]


def dropped(key: Any, value: Any, share: float) -> Any:
    """The value with a share of it set to zero, the rest scaled up; with no key as it is."""
    return value if key is None else value * jax.random.bernoulli(key, 1 - share, value.shape) / (1 - share)


def _shifted(hidden: Any, by: int) -> Any:
    padded = jnp.pad(hidden, ((0, 0), (max(by, 0), max(-by, 0)), (0, 0)))
    return padded[:, : hidden.shape[1]] if by > 0 else padded[:, -by:]


def loss(odds: Any, mask: Any, answers: Any, words: Any) -> Any:
    """Cross-entropy, every page alike, places by their words and in part alike; and one minus the page's soft F1."""
    by_words = words * mask / (words * mask).sum(1, keepdims=True)
    alike = mask / mask.sum(1, keepdims=True)
    entropy = optax.sigmoid_binary_cross_entropy(odds, answers)
    told = jax.nn.sigmoid(odds) * words * mask
    dice = 1 - 2 * (told * answers).sum(1) / ((words * answers * mask).sum(1) + told.sum(1) + 2)
    weights = WORDS_SHARE * by_words + (1 - WORDS_SHARE) * alike
    return (weights * entropy).sum(1).mean() + DICE_WEIGHT * dice.mean()


def standard(tables: Sequence[Any]) -> dict[str, Any]:
    """By which columns are scaled: mean and standard deviation of each, over all places of these pages."""
    rows = np.concatenate(tables)
    return {"mean": rows.mean(axis=0), "deviation": rows.std(axis=0) + 1e-3}


def batches(
    given: Sequence[Page],
    made: Sequence[Page],
    share: int,
    size: Callable[[Page], int],
    packed: Callable[[Parts[Page], int], Batch],
    chance: np.random.RandomState,
) -> list[Batch]:
    """An epoch: the given pages and so many of those made; `size` is a page's places, `packed` is told the length."""
    seen = [*given, *(made[i] for i in chance.choice(len(made), share, replace=False))]
    groups = _groups([size(page) for page in seen], chance)
    return [packed([(seen[i], part) for i, part in parts], length) for parts, length in groups]


def _groups(sizes: Sequence[int], chance: np.random.RandomState) -> list[tuple[list[tuple[int, slice]], int]]:
    """All pages once, those of like length together, in an order of chance, and how long each group is.

    `sizes` are places; of a long page a stretch of chance is taken.
    """
    bound = [min(size, MOST_PLACES) for size in sizes]
    order = sorted(chance.permutation(len(sizes)), key=lambda i: (bound[i] // 32, chance.rand()))
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    chance.shuffle(groups)
    found = []
    for group in groups:
        length = -(-max(bound[i] for i in group) // LENGTHS) * LENGTHS
        first = [chance.randint(0, max(1, sizes[i] - length + 1)) for i in group]
        found.append(([(i, slice(at, at + length)) for i, at in zip(group, first, strict=True)], length))
    return found


def learned(
    parameters: Parameters,
    forward: Forward,
    epochs: Sequence[Callable[[], Sequence[Batch]]],
    pages: int,
    seed: int,
    tell: Callable[[int, float], None],
) -> Parameters:
    """The running average of the parameters over the last steps, in epochs of so many pages.

    `tell` hears of every epoch its number and its mean loss.
    """
    steps = len(epochs) * (pages // BATCH + SPARE_STEPS)
    rates = optax.cosine_onecycle_schedule(steps, RATE)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rates, weight_decay=DECAY))

    def value_of(p: Any, key: Any, batch: Batch) -> Any:
        inputs, mask, answers, words = batch
        return loss(forward(p, inputs, mask, key), mask, answers, words)

    def step(p: Any, average: Any, state: Any, key: Any, keep: Any, batch: Batch) -> Any:
        value, slope = jax.value_and_grad(value_of)(p, key, batch)
        change, state = optimiser.update(slope, state, p)
        p = optax.apply_updates(p, change)
        return p, jax.tree_util.tree_map(lambda a, b: a * keep + b * (1 - keep), average, p), state, value

    compiled, average, state = jax.jit(step), parameters, optimiser.init(parameters)
    key, count = jax.random.key(seed, impl="rbg"), 0
    for number, epoch in enumerate(epochs):
        values = []
        for batch in epoch():
            key, own = jax.random.split(key)
            count += 1
            keep = min(AVERAGE, count / (count + 10))
            parameters, average, state, value = compiled(parameters, average, state, own, keep, batch)
            values.append(float(value))
        tell(number, float(np.mean(values)))
    return average
