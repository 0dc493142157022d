"""Where things lie: a point on the map for every entity that is a place, comes from one, or is called after one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from worker.model import Mention
from worker.steps.entities import Entity
from worker.steps.places.called_after import called_after
from worker.steps.places.fold import fold
from worker.steps.places.gazetteer import Candidate, Kind
from worker.steps.places.lexicon import NOTHING, Meaning, abbreviation, meaning
from worker.steps.places.qualifiers import behind, within
from worker.steps.places.resolve import TOWNS, Named, resolve
from worker.steps.step import Reading

LARGE = 100_000
PLACES = frozenset({"GPE", "LOC", "FAC"})
NEVER_CALLED_AFTER = frozenset({"PERSON", "NORP", "LANGUAGE"})
"""Of people whose name begins like a place's, 24 in 360 have to do with it."""

Via = Literal["place", "within", "demonym", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an entity is. `name` is the place's; `entity` is the id in `entities`, whose mentions these are.

    `via` says how the entity belongs there: it is the place (`place`), lies somewhere in it (`within`), comes from it
    (`demonym`: the Russians), or is called after it (`name`: Litchfield Superior Court). `region` is the GeoNames id
    of the first-level division.
    """

    entity: str
    name: str
    kind: Kind
    via: Via
    latitude: float
    longitude: float
    country_code: str | None
    region: int | None
    geonames_id: int | None
    population: int | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """An entity with what its name may stand for."""

    entity: Entity
    candidates: tuple[Candidate, ...]
    via: Via


def places(reading: Reading) -> tuple[Place, ...] | None:
    """One place an entity, in the order of the entities; None where there is none that the gazetteer knows.

    It reads the section `entities`, and finds nothing without it.
    """
    section = reading.sections.get("entities")
    entities = [entity for entity in section if isinstance(entity, Entity)] if isinstance(section, tuple) else []
    found = list(_found(entities, reading.article.text))
    chosen = resolve([Named(candidates=each.candidates, mentions=len(each.entity.mentions)) for each in found])
    return tuple(_place(each, candidate) for each, candidate in zip(found, chosen, strict=True)) or None


def _found(entities: Sequence[Entity], text: str) -> Iterator[_Found]:
    meanings = {entity.id: _meaning(entity) for entity in entities}
    named = [entity for entity in entities if meanings[entity.id].candidates]
    # One name has one sense in an article, and what is told beside one mention of it holds for all.
    told = {
        fold(entity.name): found
        for entity in entities
        if entity.type in PLACES and (found := _told(entity, meanings[entity.id], text))
    }
    seen = {mention.text.lower() for entity in named if not meanings[entity.id].demonym for mention in entity.mentions}
    for entity in entities:
        known = meanings[entity.id]
        if entity.type in PLACES and (found := told.get(fold(entity.name))):
            yield _Found(entity, *found)
        elif known.candidates:
            yield _Found(entity, known.candidates, "demonym" if known.demonym else "place")
        elif entity.type not in NEVER_CALLED_AFTER and (namesakes := called_after(entity.name, seen).candidates):
            yield _Found(entity, namesakes, "name")


def _meaning(entity: Entity) -> Meaning:
    """What the entity's name stands for as a place."""
    if entity.type not in PLACES and entity.type != "NORP":
        return NOTHING
    if (region := abbreviation(entity.name)).candidates and entity.type in PLACES:
        return region
    found = meaning(entity.name)
    if not found.candidates and "," in entity.name:
        found = meaning(entity.name.partition(",")[0])
    return found if found.demonym or entity.type != "NORP" else NOTHING


def _told(entity: Entity, known: Meaning, text: str) -> tuple[tuple[Candidate, ...], Via] | None:
    """The candidates that lie where the text says so beside a mention, or that region itself for want of them."""
    heads = [(entity.name, len(entity.name.partition(",")[0])), *((text, mention.end) for mention in entity.mentions)]
    told = [divisions for written, end in heads if (divisions := behind(written, end))]
    for divisions in told:
        if inside := within(known.candidates, divisions):
            return inside, "place"
    # `Moscow, Ukraine and Poland` is a list; of a small town in New Hampshire that nobody has heard of, it is not.
    if told and all(each.population < LARGE and each.kind in TOWNS for each in known.candidates):
        return told[0], "within"
    return None


def _place(found: _Found, candidate: Candidate) -> Place:
    return Place(
        entity=found.entity.id,
        name=candidate.name,
        kind=candidate.kind,
        via=found.via,
        latitude=candidate.latitude,
        longitude=candidate.longitude,
        country_code=candidate.country or None,
        region=candidate.region or None,
        geonames_id=candidate.geonames_id or None,
        population=candidate.population or None,
        mentions=found.entity.mentions,
    )
