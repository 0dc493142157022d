"""What an entity is, by all its mentions together."""

from collections import defaultdict
from collections.abc import Iterable

from worker.steps.entities.forms import Form
from worker.steps.entities.lexicon import usual_names, words

LONG_NAME = 2.0
"""A mention of two words and more tells its type better than a surname: twice as often right, on WikiGold."""


REPEATED = 0.001
"""What is known from elsewhere is no evidence of its own."""


def kind(cluster: Iterable[Form]) -> str:
    """The type that its mentions have most, those of full names counted double; of those that tie the first one's."""
    votes: dict[str, float] = defaultdict(float)
    for form in cluster:
        for span in form.spans:
            weight = LONG_NAME if len(form.words) > 1 else 1.0
            votes[span.kind] += REPEATED if span.repeated else weight
        if " ".join(form.words) in usual_names():
            votes["GPE"] += len(form.spans)
        if len(form.words) > 1 and form.words[-1] in words("organisations"):
            votes["ORG"] += LONG_NAME
    return max(votes, key=lambda type_: votes[type_])  # max takes the first of those that tie
