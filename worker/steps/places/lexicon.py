"""What a name in the text may mean: the gazetteer's names, and those that `names.toml` adds to them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from worker.steps.places.fold import fold
from worker.steps.places.gazetteer import Candidate, gazetteer

NAMES_FILE = Path(__file__).with_name("names.toml")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
# Words around a name that leave it the same place, or one so near that it makes no difference.
_BEFORE = re.compile(
    r"^(?:(?:north|south|east|west|mid)(?:ern)?|(?:north|south)(?:east|west)(?:ern)?|central|downtown|uptown|midtown|"
    r"greater|upper|lower|suburban|inner|outer|rural|old|new|metropolitan|metro|occupied|mainland|"
    r"(?:city|town|village|state|province|region|borough|county|port|republic|kingdom|isle) of) "
)
_AFTER = re.compile(
    r" (?:area|region|province|city|state|district|village|town|township|metro area|county|municipality|prefecture|"
    r"governorate|oblast|peninsula|valley|suburb|suburbs|airport|international airport|border|island)$"
)
DIVISIONS = frozenset({"continent", "country", "region"})
PEOPLED = DIVISIONS | {"area"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a name may stand for; `demonym` where it is said of people and things from there."""

    candidates: tuple[Candidate, ...]
    demonym: bool = False


NOTHING = Meaning(candidates=())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """By folded name: what it stands for, as the name that the gazetteer knows."""

    aliases: Mapping[str, str]
    demonyms: Mapping[str, str]
    areas: Mapping[str, Candidate]
    abbreviations: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=4096)
def meaning(surface: str) -> Meaning:
    """What the name as it is written may stand for; nothing where no place is called so."""
    if "." in surface and (found := abbreviation(surface)).candidates:
        return found
    bare = _POSSESSIVE.sub("", surface.strip())
    if article := _ARTICLE.match(bare):
        bare = bare[article.end() :]
    # "us" and "uk" are words and villages; "US" is a country.
    key = fold(bare)
    return NOTHING if len(key) <= 3 and not bare.isupper() and key in lexicon().aliases else _meaning(key)


def abbreviation(surface: str) -> Meaning:
    """The regions that an address abbreviates so, written with its point or without."""
    keys = regions(surface) or regions(f"{surface}.")
    own = (each for key in keys for each in gazetteer().find(key) if each.kind == "region" and each.own)
    return Meaning(candidates=tuple(own)) if keys else NOTHING


@lru_cache(maxsize=2048)
def _meaning(key: str) -> Meaning:
    shorter = _AFTER.sub("", key), _BEFORE.sub("", key), _AFTER.sub("", _BEFORE.sub("", key))
    for shortened in dict.fromkeys((key, *shorter)):
        if found := _known(shortened):
            return found
    return NOTHING


def _known(key: str) -> Meaning | None:
    words = lexicon()
    if target := words.demonyms.get(key):
        return Meaning(candidates=tuple(each for each in named(target) if each.kind in PEOPLED), demonym=True)
    if target := words.aliases.get(key):
        return Meaning(candidates=(*named(target), *(each for each in gazetteer().find(key) if each.own)))
    found = named(key)
    if (bare := key.removesuffix(" county")) != key:
        # Hampshire County Council is Hampshire's, though only American counties are called County.
        found += tuple(each for each in gazetteer().find(bare) if each.kind == "county" and each.own)
    return Meaning(candidates=found) if found else None


def named(key: str) -> tuple[Candidate, ...]:
    """Those whose name this is, areas of our own first."""
    area = lexicon().areas.get(key)
    return ((area,) if area else ()) + gazetteer().find(key)


def regions(abbreviation: str) -> tuple[str, ...]:
    """The names of the regions that an address abbreviates so (`WA` is Washington, or Western Australia)."""
    return lexicon().abbreviations.get(abbreviation, ())


@cache
def lexicon() -> Lexicon:
    """Loaded at the first article, once a process."""
    tables = tomllib.loads(NAMES_FILE.read_text(encoding="utf-8"))
    abbreviations: dict[str, list[str]] = {}
    for name, shorts in tables["abbreviations"].items():
        for short in shorts:
            abbreviations.setdefault(short, []).append(fold(name))
    return Lexicon(
        aliases=_turned(tables["aliases"]),
        demonyms=_turned(tables["demonyms"]),
        areas={fold(name): _area(name, *values) for name, values in tables["areas"].items()},
        abbreviations={short: tuple(names) for short, names in abbreviations.items()},
    )


def _turned(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {fold(other): fold(name) for name, others in table.items() for other in others}


def _area(name: str, latitude: float, longitude: float, country: str = "") -> Candidate:
    return Candidate(
        geonames_id=0,
        name=name,
        kind="area",
        latitude=latitude,
        longitude=longitude,
        country=country,
        region=0,
        population=0,
        own=True,
    )
