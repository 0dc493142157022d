"""Which of the places that bear a name is meant: the one that is large, and near to what else the article names.

Each name's candidates start with a share by what kind of place they are and how many live there. Then the names vote
for each other: a candidate gains by the shares of the other names' candidates that lie in its region, its country or
within a day's drive. A few rounds of that settle an article as a whole: `Paris` and `Lamar County` agree on Texas,
though each of them alone would be elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from worker.steps.places.gazetteer import Candidate

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One name of the article: what it may stand for, and how often it is written."""

    candidates: tuple[Candidate, ...]
    mentions: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each kind of evidence counts, in natural logarithms of a share.

    Chosen on every second article of two sets of news with known places, and checked on the others. A higher
    `capital` and `floor` than were best there cost 0.3 % and bring London and San Jose home where few names are told.
    """

    continent: float = 6.0
    country: float = 5.0
    area: float = 5.0
    region: float = 1.5
    county: float = -2.0
    city: float = 0.0
    capital: float = 2.0
    far_region: float = 1.0
    population: float = 0.2
    other_name: float = -1.0
    context: float = 1.5
    floor: float = 0.1
    same_region: float = 1.0
    same_country: float = 0.07
    near: float = 0.5
    near_kilometres: float = 100.0
    repeated: float = 1.0
    rounds: int = 8
    most_candidates: int = 24


WEIGHTS = Weights()
TOWNS = frozenset({"county", "city", "capital"})
FEDERATIONS = frozenset({"US", "CA", "AU", "GB"})
EARTH_KILOMETRES = 6371.0


def resolve(names: Sequence[Named], weights: Weights = WEIGHTS) -> list[Candidate]:
    """The candidate that is meant, for each name; every name has one at least."""
    if not names:
        return []
    chosen = [_shortlist(named, weights) for named in names]
    owner = np.repeat(np.arange(len(chosen)), [len(c) for c in chosen])
    flat = [candidate for candidates in chosen for candidate in candidates]
    prior = np.array([_prior(candidate, weights) for candidate in flat])
    votes = _kinship(flat, weights) * (owner[:, None] != owner[None, :])
    loudness = np.array([named.mentions**weights.repeated for named in names])[owner]
    score = prior
    for _ in range(weights.rounds):
        shares = _shares(score, owner, len(names))
        score = prior + weights.context * np.log(weights.floor + votes @ (shares * loudness))
    starts = np.searchsorted(owner, np.arange(len(names) + 1))
    return [flat[a + int(np.argmax(score[a:b]))] for a, b in pairwise(starts.tolist())]


def _shortlist(named: Named, weights: Weights) -> tuple[Candidate, ...]:
    if len(named.candidates) <= weights.most_candidates:
        return named.candidates
    return tuple(sorted(named.candidates, key=lambda c: -_prior(c, weights))[: weights.most_candidates])


def _prior(candidate: Candidate, weights: Weights) -> float:
    kind: float = getattr(weights, candidate.kind)
    if candidate.kind == "region" and candidate.country not in FEDERATIONS:
        kind = weights.far_region
    crowd = weights.population * log(candidate.population + 100)
    return kind + crowd + (0.0 if candidate.own else weights.other_name)


def _shares(score: Floats, owner: NDArray[np.int64], count: int) -> Floats:
    """Each candidate's share of its name, softmax."""
    highest = np.full(count, -np.inf)
    np.maximum.at(highest, owner, score)
    raised = np.exp(score - highest[owner])
    shares: Floats = raised / np.bincount(owner, raised, count)[owner]
    return shares


def _kinship(flat: list[Candidate], weights: Weights) -> Floats:
    """How much each candidate speaks for each other one."""
    region = np.array([c.region for c in flat])
    country = np.array([c.country for c in flat])
    same_region = (region[:, None] == region[None, :]) & (region > 0)[:, None]
    same_country = (country[:, None] == country[None, :]) & (country != "")[:, None]
    near = np.exp(-_kilometres(flat) / weights.near_kilometres)
    related = weights.same_region * same_region + weights.same_country * same_country
    small = np.array([c.kind in TOWNS for c in flat])
    kinship: Floats = related + weights.near * near * (small[:, None] & small[None, :])
    return kinship


def _kilometres(flat: list[Candidate]) -> Floats:
    latitude = np.radians([c.latitude for c in flat])
    longitude = np.radians([c.longitude for c in flat])
    x, y, z = np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)
    cosine = np.outer(x, x) + np.outer(y, y) + np.outer(z, z)
    kilometres: Floats = EARTH_KILOMETRES * np.arccos(np.clip(cosine, -1.0, 1.0))
    return kilometres
