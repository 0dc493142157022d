"""The enrichments: one file each, one line each in `STEPS`.

To add one: write a file with a function `Reading -> your section`, and add its line. The section's key is the
step's name, and its part of the JSON Schema follows from the function's return type. A step sees the sections of
the steps above it.
"""

from collections.abc import Iterable
from typing import get_type_hints

from worker.steps.entities import entities
from worker.steps.keyphrases import keyphrases
from worker.steps.places import mark_toponyms, places
from worker.steps.quotations import quotations
from worker.steps.reader import Reader
from worker.steps.readers import Readers
from worker.steps.step import Reading, Step
from worker.steps.times import times

STEPS: tuple[Step, ...] = (
    Step("entities", entities, pipes=frozenset({"ner"}), prepare=mark_toponyms),
    Step("places", places, pipes=frozenset({"ner"}), languages=frozenset({"en"})),
    Step("quotations", quotations, pipes=frozenset({"ner", "tagger", "parser"}), languages=frozenset({"en"})),
    Step("keyphrases", keyphrases),
    Step("times", times, languages=frozenset({"en"})),
)


def enabled(names: Iterable[str] | None) -> tuple[Step, ...]:
    """The steps of these names, in the order of `STEPS`; all of them for None. An unknown name raises ValueError."""
    if names is None:
        return STEPS
    wanted, known = set(names), [step.name for step in STEPS]
    if unknown := sorted(wanted.difference(known)):
        raise ValueError(f"There is no step {', '.join(unknown)}: nlp.steps may name {', '.join(known)}.")
    return tuple(step for step in STEPS if step.name in wanted)


def sections() -> dict[str, object]:
    """The type of each step's section, for the schema of what is published."""
    return {step.name: get_type_hints(step.make)["return"] for step in STEPS}


__all__ = ["STEPS", "Reader", "Readers", "Reading", "Step", "enabled", "sections"]
