"""The enrichments: one file each, one line each in `STEPS`.

To add one: write a file with a function `Reading -> your section`, and add its line. The section's key is the
step's name, and its part of the JSON Schema follows from the function's return type. A step sees the sections of
the steps above it.
"""

from worker.steps.entities import entities
from worker.steps.keyphrases import keyphrases
from worker.steps.step import Reading, Step

STEPS: tuple[Step, ...] = (
    Step("entities", entities, pipes=frozenset({"ner"})),
    Step("keyphrases", keyphrases, pipes=frozenset()),
)

__all__ = ["STEPS", "Reading", "Step"]
