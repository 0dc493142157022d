"""Second opinions on lines: of the networks of a first round, each on the sites that it has not seen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.folds import fold_of
from training.lines.example import Example
from training.lines.net import odds
from training.network import Parameters
from training.opinions import OF_GIVEN, OF_INVENTED, mixed


def with_opinions(
    examples: Sequence[Example], nets: Sequence[Parameters], invented: frozenset[str]
) -> Iterator[Example]:
    """The examples, `invented` naming the sites of invented pages; network k has not seen the sites of fold k."""
    for each in examples:
        share = OF_INVENTED if each.page.site in invented else OF_GIVEN
        yield replace(each, inside=mixed(each.inside, odds(nets[fold_of(each.page.site)], each), share))
