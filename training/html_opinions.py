"""Second opinions on HTML pages: of networks that have seen the other half of the sites."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np

from training.html_net import SCALE, train
from training.html_pages import Page, made_of
from training.opinions import OF_GIVEN, OF_INVENTED, mixed
from worker.clean.convolution import log_odds, scaled

Networks = Sequence[dict[str, Any]]


def with_opinions(given: Sequence[Page], invented: Sequence[Page], seed: int) -> tuple[list[Page], list[Page]]:
    """Both kinds of pages: given ones by the network of the other half of the sites, invented ones by both."""
    half = frozenset(sorted({page.site for page in given})[::2])
    halves = [[page for page in given if (page.site in half) == first] for first in (True, False)]
    networks = [train([*pages, *made_of(pages, Random(seed))], seed) for pages in halves]  # noqa: S311 - the same each time
    told = [_mixed(page, networks[1:] if page.site in half else networks[:1], OF_GIVEN) for page in given]
    return told, [_mixed(page, networks, OF_INVENTED) for page in invented]


def _mixed(page: Page, networks: Networks, share: float) -> Page:
    odds = np.mean([_odds(network, page) for network in networks], axis=0)
    answers = mixed(page.answers, odds, share)
    return replace(page, answers=answers, story=(page.story[0], answers.tolist()))


def _odds(network: dict[str, Any], page: Page) -> Any:
    weights = {name: value if name in SCALE else value[None] for name, value in network.items()}
    return log_odds(weights, scaled(weights, page.table))
