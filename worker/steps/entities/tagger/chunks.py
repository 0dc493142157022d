"""Runs of words with capitals, which a name seldom crosses."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from worker.steps.entities.fold import fold
from worker.steps.entities.lexicon import given_names, surnames, towns, usual_names, words
from worker.steps.entities.tagger.vectors import Floats

CHUNK = 16
LINKS = frozenset({"of", "the", "and", "&", "for", "de", "du", "di", "von", "van", "-", "al", "bin", "'s", "’s"})
LONG = 3


class Chunks(NamedTuple):
    """For each word what its run is like, the run's last word, and its head: the last before "of". -1: in no run."""

    about: Floats
    last: NDArray[np.intp]
    head: NDArray[np.intp]


def chunks(small: list[str], capital: NDArray[np.bool_]) -> Chunks:
    """The runs of a text, of which we have the words in small letters, and whether they have a capital."""
    about = np.zeros((len(small), CHUNK), np.float32)
    last, head = np.full(len(small), -1), np.full(len(small), -1)
    for start, end in _runs(capital, small):
        inside = small[start:end]
        about[start:end, :-2] = _about(inside)
        about[start:end, -2] = np.arange(end - start) / 4
        about[start:end, -1] = np.arange(end - start)[::-1] / 4
        last[start:end] = end - 1
        head[start:end] = (
            start + next((n for n, word in enumerate(inside) if n and word in ("of", "for")), end - start) - 1
        )
    return Chunks(about, last, head)


def _runs(capital: NDArray[np.bool_], small: list[str]) -> Iterator[tuple[int, int]]:
    end, size = 0, len(small)
    for start in np.flatnonzero(capital).tolist():
        if start < end:
            continue
        end = start + 1
        while end < size:
            if capital[end]:
                end += 1
            elif small[end] in LINKS and end + 1 < size and capital[end + 1]:
                end += 2
            elif small[end] in ("of", "for") and end + 2 < size and small[end + 1] == "the" and capital[end + 2]:
                end += 3
            else:
                break
        yield start, end


def _about(inside: list[str]) -> tuple[bool, ...]:
    first, last, whole, size = inside[0], inside[-1], fold(" ".join(inside)), len(inside)
    return (
        any(word in words("organisations") for word in inside),
        any(word in words("places") for word in inside),
        any(word in words("legal") for word in inside),
        last in words("organisations"),
        last in words("places"),
        first in words("organisations"),
        whole in towns(),
        whole in usual_names(),
        first in given_names(),
        last in surnames(),
        size == 1,
        size == LONG - 1,
        size == LONG,
        size > LONG,
    )
