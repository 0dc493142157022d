"""`python -m bench.times`: words a second of the times step, beside the language model on the same texts in one run."""

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import date

from bench.throughput import cleaned, envelopes
from worker.nlp import load, read
from worker.settings import Settings
from worker.steps import STEPS
from worker.steps.times.step import read as read_times

DAY = date(2022, 3, 28)


def main() -> int:
    """Measure in turns, print the medians and their ratio; 1 where the step is slower than `--least` words a second."""
    parser = argparse.ArgumentParser(prog="python -m bench.times", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--least", type=float, default=0.0)
    arguments = parser.parse_args()
    settings = Settings()
    texts = cleaned(envelopes(1), settings)
    words = sum(len(text.split()) for text in texts)
    nlp = load(settings.nlp, frozenset().union(*(step.pipes for step in STEPS)))
    rounds = [
        (
            words / _seconds(lambda: [read_times(text, DAY) for text in texts]),
            words / _seconds(lambda: [read(nlp, text) for text in texts]),
        )
        for _ in range(arguments.rounds)
    ]
    step, model = (statistics.median(each) for each in zip(*rounds, strict=True))
    articles = words / len(texts)
    print(f"times step {step:,.0f} words/s ({1000 * articles / step:.2f} ms an article of {articles:.0f} words)")
    print(f"language model {model:,.0f} words/s; the step is {step / model:.0f} times as fast")
    return int(step < arguments.least)


def _seconds(work: Callable[[], object]) -> float:
    """CPU time, which other work on the machine does not stretch as much as it does the clock."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    raise SystemExit(main())
