"""What an entity is, by all its mentions together."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from worker.steps.entities.forms import Form
from worker.steps.entities.lexicon import usual_names, words
from worker.steps.entities.spans import Span

LONG_NAME = 2.0
"""A mention of two words and more tells its type better than a surname: twice as often right, on WikiGold."""


BODIES = frozenset({"european union", "united nations"})
"""Of the usual names those that are no country."""


REPEATED = 0.001
"""What is known from elsewhere is no evidence of its own."""


TITLED = 2.0
"""So much more tells a form of address before it."""


def kind(cluster: Iterable[Form], titled: Callable[[Span], bool]) -> str:
    """The type that its mentions have most, those of full names counted double; of those that tie the first one's.

    `titled` says whether a form of address stands before a mention.
    """
    votes: dict[str, float] = defaultdict(float)
    for form in cluster:
        full = len(form.words) > 1
        for span in form.spans:
            votes[span.kind] += REPEATED if span.repeated else LONG_NAME if full else 1.0
        name = " ".join(form.words)
        if name in BODIES or (not full and name in words("networks")):
            votes["ORG"] += 2 * LONG_NAME * len(form.spans)
        elif name in usual_names():
            votes["GPE"] += len(form.spans)
        if full and form.words[-1] in words("organisations"):
            votes["ORG"] += LONG_NAME
        votes["PERSON"] += TITLED * sum(map(titled, form.spans))
    return max(votes, key=lambda type_: votes[type_])  # max takes the first of those that tie
