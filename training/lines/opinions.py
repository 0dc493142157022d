"""Second opinions on what is article: of the networks of a first round, each on the sites that it has not seen.

Gold stops early, leaves a list out or keeps a caption; marks of invented pages know no doubt. A network that learns the
mean of labels and opinions errs less than one that learns the labels alone (docs/quality/text.md).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from training.folds import fold_of
from training.lines.example import Example
from training.lines.net import Parameters, odds

OF_GIVEN, OF_INVENTED = 0.3, 0.5
"""Of an answer so much is the second opinion, as in `training.html_opinions`."""


def with_opinions(
    examples: Sequence[Example], nets: Sequence[Parameters], invented: frozenset[str]
) -> Iterator[Example]:
    """The examples, `invented` naming the sites of invented pages; network k has not seen the sites of fold k."""
    for each in examples:
        share = OF_INVENTED if each.page.site in invented else OF_GIVEN
        opinion = 1 / (1 + np.exp(-odds(nets[fold_of(each.page.site)], each)))
        yield replace(each, inside=((1 - share) * each.inside + share * opinion).astype(np.float32))
