"""Place names that the model took for something else or overlooked, found by the gazetteer and what the text says.

That a name is in the gazetteer proves little: there is a town called Bush, and one called Trump. So all stand-alone
mentions of a name in the article are judged together, by points for and against its being a place.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from worker.steps.places.features import feature
from worker.steps.places.lexicon import PEOPLED, Meaning, meaning
from worker.steps.places.qualifiers import behind, within
from worker.steps.step import Reading

ENOUGH = 1.0
# Chosen on news with known places, and not against the names of two other corpora (docs/quality/places.md).
BY_LABEL = {"GPE": 1.5, "LOC": 1.0, "FAC": 0.5, "PERSON": -0.75, "": -0.25}
OTHER_LABEL = -0.5
QUALIFIED, DATELINE, INSIDE, DIRECTION, TITLED, SPEAKING = 3.0, 3.0, 2.5, 1.0, -2.0, -0.5
DIVISION, OTHER_NAME_OF_DIVISION, COUNTY, LARGE_CITY, REGION_IS_NAMED = 1.25, 0.5, 1.0, 1.0, 1.5
SURNAME, COMMON, ARTICLE = -3.0, -1.5, -1.5
LARGE = 50_000
MOST_WORDS = 4
BEFORE_CHARACTERS = 20

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMES = _PLACES | {"ORG", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE"}
_ATTRIBUTES: list[int | str] = ["ENT_TYPE", "IDX"]
_WORD = re.compile(r"\b[a-z]+\b")
_INSIDE = re.compile(
    r"\b(?:in|near|outside|around|throughout|across|downtown|southern|northern|eastern|western)\s+$", re.IGNORECASE
)
_DIRECTION = re.compile(r"\b(?:at|from|to|of|towards?|between|leaving|visiting|visited)\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"[Tt]he\s")
_TITLE = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Dr|Prof|Sgt|Lt|Capt|Cpl|Col|Gen|Maj|Det|Rev|Hon|Sen|Rep|Gov|Pres|Judge|Justice|Sheriff|Chief|"
    r"President|Senator|Officer|Coach|Mayor|Minister|Deputy|Attorney|Sir|Lord|Lady|Dame)\.?\s+$"
)
_SPEAKS = re.compile(r"\s+(?:said|says|told|added|testified|noted|explained|asked|replied|recalled|joined|wrote)\b")
_DATELINE = re.compile(r"\s*(?:\([^)\n]{2,30}\)\s*)?(?:—|–|--|\s-\s)")


@dataclass(slots=True)
class _Case:
    """One name: its stand-alone mentions that are not places yet, as token ranges, and its points so far."""

    meaning: Meaning
    mentions: list[tuple[int, int]] = field(default_factory=list)
    points: float = 0.0


def mark_toponyms(reading: Reading) -> None:
    """Makes GPEs of the names in `reading.doc` that are place names by all that the English text says of them."""
    doc, text = reading.doc, reading.article.text
    if doc.lang_ != "en":
        return
    regions, people, words = _regions(doc), _people(doc), frozenset(_WORD.findall(text))
    entities = {(span.start, span.end): span for span in doc.ents}
    names = list(_stand_alone(doc, text))
    for first, end, label in names:
        if label not in _PLACES and (kind := feature(_written(doc, text, first, end), label)):
            entities[first, end] = Span(doc, first, end, label=kind)
    for name, case in _cases(doc, text, names).items():
        if (
            case.points
            + _points_of_the_name(case.meaning, regions)
            + SURNAME * (name in people)
            + COMMON * (name in words)
            >= ENOUGH
        ):
            entities |= {(start, end): Span(doc, start, end, label="GPE") for start, end in case.mentions}
    doc.set_ents(list(entities.values()))


def _cases(doc: Doc, text: str, names: Iterable[tuple[int, int, str]]) -> dict[str, _Case]:
    cases: dict[str, _Case] = {}
    for first, end, label in names:
        start, name = doc[first].idx, _written(doc, text, first, end)
        known = meaning(name)
        if not known.candidates or known.demonym:
            continue
        case = cases.setdefault(name.casefold(), _Case(known))
        case.points += BY_LABEL.get(label, OTHER_LABEL) + _points_of_the_mention(text, start, start + len(name), known)
        if label not in _PLACES:
            case.mentions.append((first, end))
    return cases


def _written(doc: Doc, text: str, first: int, end: int) -> str:
    return text[doc[first].idx : doc[end - 1].idx + len(doc[end - 1])]


def _points_of_the_mention(text: str, start: int, end: int, known: Meaning) -> float:
    before = text[max(0, start - BEFORE_CHARACTERS) : start]
    points = QUALIFIED if within(known.candidates, behind(text, end)) else 0.0
    if _INSIDE.search(before):
        points += INSIDE
    elif _DIRECTION.search(before):
        points += DIRECTION
    if _ARTICLE.match(text, start) and known.candidates[0].kind not in PEOPLED:
        points += ARTICLE
    if _TITLE.search(before):
        points += TITLED
    if _SPEAKS.match(text, end):
        points += SPEAKING
    if text[start:end].isupper() and before[-1:] in {"", "\n"} and _DATELINE.match(text, end):
        points += DATELINE
    return points


def _points_of_the_name(known: Meaning, regions: AbstractSet[int]) -> float:
    best, points = known.candidates[0], 0.0
    own = [each for each in known.candidates if each.own]
    if best.kind in PEOPLED:
        points += DIVISION if best.own else OTHER_NAME_OF_DIVISION
    elif any(each.kind == "county" for each in own):
        points += COUNTY
    elif any(each.kind == "capital" or each.population > LARGE for each in own):
        points += LARGE_CITY
    local = any(
        each.region in regions
        for each in known.candidates
        if each.kind == "county" or (each.own and each.kind == "city")
    )
    return points + REGION_IS_NAMED * local


def _regions(doc: Doc) -> set[int]:
    """The first-level regions that the model's own places name."""
    named = (meaning(span.text).candidates[:1] for span in doc.ents if span.label_ == "GPE")
    return {candidate.region for candidates in named for candidate in candidates if candidate.kind == "region"}


def _people(doc: Doc) -> set[str]:
    """The words of people's names of several words."""
    people = (span for span in doc.ents if span.label_ == "PERSON" and len(span) > 1)
    return {token.text.casefold() for span in people for token in span}


def _stand_alone(doc: Doc, text: str) -> Iterator[tuple[int, int, str]]:
    """The model's names, and runs of capitalised words outside of them, with the model's label."""
    for span in doc.ents:
        if span.label_ in _NAMES and len(span) <= MOST_WORDS:
            yield span.start, span.end, span.label_
    run: list[int] = []
    # One call for all tokens: asking each of them takes four times as long.
    for number, (kind, start) in enumerate([*doc.to_array(_ATTRIBUTES).tolist(), (0, len(text))]):
        if not kind and text[start : start + 1].isupper():
            run.append(number)
            continue
        if 0 < len(run) <= MOST_WORDS:
            yield run[0], run[-1] + 1, ""
        run = []
