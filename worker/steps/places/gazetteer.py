"""The gazetteer: what places bear a name. `gazetteer/make.py` wrote its tables from GeoNames (CC BY 4.0).

All of it is columns of numbers and one string of the names in order, searched by halves, in files that are mapped
rather than read: there at once, and all children share the same pages of memory. As Python objects it would be 300 MB
in each of them.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Kind = Literal["continent", "country", "region", "county", "city", "capital", "area"]
KINDS: tuple[Kind, ...] = ("continent", "country", "region", "county", "city", "capital")
_ALTERNATE = 1 << 31
_TABLES = Path(__file__).with_name("tables")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that bears a name: `own` where it is its first name, else one that it is called besides.

    `region` is the GeoNames id of the first-level division that it lies in, or is; 0 where it has none.
    """

    geonames_id: int
    name: str
    kind: Kind
    latitude: float
    longitude: float
    country: str
    region: int
    population: int
    own: bool


class Gazetteer:
    """Places by folded name."""

    def __init__(self, columns: Mapping[str, NDArray[Any]]) -> None:
        self._names, self._titles = columns["names"].data, columns["titles"].data
        self._name_ends, self._title_ends = columns["name_ends"], columns["title_ends"]
        self._bearers, self._bearer_ends = columns["bearers"], columns["bearer_ends"]
        self._points, self._populations = columns["points"], columns["populations"]
        self._ids, self._regions = columns["geonames_ids"], columns["regions"]
        self._kinds, self._countries = columns["kinds"], columns["countries"]
        self._codes = columns["codes"].tolist()

    def find(self, key: str) -> tuple[Candidate, ...]:
        """Those that bear the folded name: the larger divisions first, then by population."""
        name = key.encode()
        number = bisect_left(range(len(self._name_ends)), name, key=self._name)
        if number == len(self._name_ends) or self._name(number) != name:
            return ()
        bearers = self._bearers[_start(self._bearer_ends, number) : self._bearer_ends[number]]
        return tuple(map(self._candidate, bearers.tolist()))

    def _name(self, number: int) -> bytes:
        return self._names[_start(self._name_ends, number) : self._name_ends[number]].tobytes()

    def _candidate(self, bearer: int) -> Candidate:
        row = bearer & ~_ALTERNATE
        latitude, longitude = self._points[row].tolist()
        return Candidate(
            geonames_id=int(self._ids[row]),
            name=str(self._titles[_start(self._title_ends, row) : self._title_ends[row]], "utf-8"),
            kind=KINDS[self._kinds[row]],
            latitude=latitude / 1000,
            longitude=longitude / 1000,
            country=self._codes[self._countries[row]],
            region=int(self._regions[row]),
            population=int(self._populations[row]),
            own=not bearer & _ALTERNATE,
        )


def _start(ends: NDArray[Any], number: int) -> int:
    return int(ends[number - 1]) if number else 0


@cache
def gazetteer() -> Gazetteer:
    """Mapped at the first article, once a process."""
    return Gazetteer({path.stem: np.asarray(np.load(path, mmap_mode="r")) for path in _TABLES.glob("*.npy")})
