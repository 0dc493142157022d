"""The tagger's network: one hidden layer, and several of them side by side, trained apart."""

from dataclasses import dataclass

import numpy as np

from worker.steps.entities.tagger.vectors import Floats


@dataclass(frozen=True, slots=True)
class Network:
    """Arrays by network. `hidden` is (inputs, 2 units), of which the larger of each two counts; `out` (units, tags)."""

    hidden: Floats
    hidden_bias: Floats
    gain: Floats
    gain_bias: Floats
    out: Floats
    out_bias: Floats

    def log_probabilities(self, rows: Floats) -> Floats:
        """Of each tag for each row, by the mean of the networks."""
        total = np.zeros((len(rows), self.out.shape[2]), np.float32)
        for n in range(len(self.hidden)):
            total += self._probabilities(n, rows)
        return np.asarray(np.log(total / len(self.hidden) + 1e-9), np.float32)

    def _probabilities(self, n: int, rows: Floats) -> Floats:
        both = rows @ self.hidden[n] + self.hidden_bias[n]
        half = both.shape[1] // 2
        units = np.maximum(both[:, :half], both[:, half:])
        units = (units - units.mean(axis=1, keepdims=True)) / np.sqrt(
            units.var(axis=1, keepdims=True) + np.float32(1e-8)
        )
        scores = (units * self.gain[n] + self.gain_bias[n]) @ self.out[n] + self.out_bias[n]
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(scores / scores.sum(axis=1, keepdims=True), np.float32)
