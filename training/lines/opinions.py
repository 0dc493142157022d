"""Second opinions on lines: of the networks of the first round, each on the sites that it has not seen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from training.folds import fold_of
from training.lines.example import Example
from training.lines.net import odds
from training.network import Parameters
from training.opinions import mixed

OF_GIVEN, OF_MADE = 0.5, 0.8
"""Of an answer so much is the second opinion."""


def with_opinions(examples: Sequence[Example], nets: Sequence[Parameters]) -> Iterator[Example]:
    """The examples; network k has not seen the sites of fold k, and of pages that are made all have a say."""
    for each in examples:
        asked = nets if each.page.made else [nets[fold_of(each.page.site)]]
        said = np.mean([odds(net, each) for net in asked], axis=0)
        yield replace(each, inside=mixed(each.inside, said, OF_MADE if each.page.made else OF_GIVEN))
