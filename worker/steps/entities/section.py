"""The line from what the model marked to the article's entities."""

import re
from collections import Counter
from collections.abc import Container, Iterable
from functools import partial

from spacy.tokens import Doc

from worker.model import Mention
from worker.steps.entities import tagger
from worker.steps.entities.clusters import Cluster, clusters
from worker.steps.entities.descriptions import descriptions, titled
from worker.steps.entities.entity import Entity
from worker.steps.entities.fold import fold
from worker.steps.entities.forms import forms
from worker.steps.entities.headlines import headlines, within
from worker.steps.entities.kinds import kind
from worker.steps.entities.lexicon import given_names, towns, usual_names
from worker.steps.entities.repeats import repeats
from worker.steps.entities.salience import salience
from worker.steps.entities.same import is_acronym
from worker.steps.entities.spans import Name, Span, model_names, spans
from worker.steps.step import Reading

ENGLISH = "en"
_BRACKETS = re.compile(r"\s\(([A-Z][A-Z&.]+)\)")


def entities(reading: Reading) -> tuple[Entity, ...] | None:
    """One entity for each thing that is named, in order of first mention; None where nothing is."""
    text = reading.article.text[: _length(reading.doc)]
    read = names(reading.doc)
    if reading.doc.lang_ == ENGLISH:
        read = cased(text, read)
    return consolidated(text, reading.article.title, read) or None


def consolidated(text: str, title: str | None, read: Iterable[Name]) -> tuple[Entity, ...]:
    """The entities of a text in which a model has read these names."""
    found = trusted(text, spans(text, read))
    found = repeats(text, found, known(text, clusters(forms(found))))
    made = sorted(clusters(forms(found)), key=_first)
    most = max((_count(cluster) for cluster in made), default=0)
    folded = fold(title or "")
    return tuple(_entity(number, cluster, text, folded, most) for number, cluster in enumerate(made, 1))


def _length(doc: Doc) -> int:
    """The length of `doc.text`, without putting that together."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def names(doc: Doc) -> list[Name]:
    """What the tagger reads in an English text, what the model read in any other."""
    return tagger.names(doc, tagger.trained()) if doc.lang_ == ENGLISH else model_names(doc)


def cased(text: str, read: list[Name]) -> list[Name]:
    """Without names in an alphabet that has no capitals: quoted matter, at which an English model can but guess."""
    if text.isascii():
        return read
    return [name for name in read if any(c.islower() or c.isupper() for c in text[name[0] : name[1]])]


def trusted(text: str, found: list[Span]) -> list[Span]:
    """Without the names that stand in a headline alone, where any word may look like one."""
    lines = headlines(text)
    if not found or sum(end - start for start, end in lines) * 2 > len(text):
        return found  # capitals are all that there is to go by
    body = {word for span in found if not within(span.start, lines) for word in fold(span.text).split()}
    return [
        span
        for span in found
        if not within(span.start, lines) or _looks_like_a_name(span) or body.intersection(fold(span.text).split())
    ]


def _looks_like_a_name(span: Span) -> bool:
    """Whether it is a country or a town, or begins with a given name."""
    name = fold(span.text)
    return name in towns() or name in usual_names() or (span.kind == "PERSON" and name.split()[0] in given_names())


def known(text: str, made: Iterable[Cluster]) -> dict[str, str]:
    """Every form of every name that was found or explained, and every person's surname, with its entity's type."""
    names: dict[str, str] = {}
    for cluster in made:
        type_ = kind(cluster, partial(titled, text))
        for form in cluster:
            names.update((span.text, type_) for span in form.spans)
            names.update((short, type_) for span in form.spans if (short := explained(text, span)))
        if type_ == "PERSON":
            names.update((span.text.split()[-1], type_) for form in cluster for span in form.spans if " " in span.text)
    return names


def explained(text: str, span: Span) -> str | None:
    """The acronym of the name that stands in brackets right behind it."""
    behind = _BRACKETS.match(text, span.end)
    return behind.group(1) if behind and is_acronym(behind.group(1), span.text) else None


def _entity(number: int, cluster: Cluster, text: str, title: str, most: int) -> Entity:
    mentioned = sorted((span for form in cluster for span in form.spans), key=lambda span: span.start)
    name = _name(mentioned)
    in_title = any(f" {' '.join(form.words)} " in f" {title} " for form in cluster)
    return Entity(
        id=f"e{number}",
        type=kind(cluster, partial(titled, text)),
        name=name,
        mentions=tuple(Mention(start=span.start, end=span.end, text=span.text) for span in mentioned),
        aliases=tuple(dict.fromkeys(form for span in mentioned if (form := _spaced(span.text)) != name)),
        salience=salience(len(mentioned), most, mentioned[0].start, len(text), in_title=in_title),
        descriptions=descriptions(text, mentioned),
    )


def _name(mentioned: list[Span]) -> str:
    """The form of most words, of those the most frequent, of those the first; in capitals only where all are."""
    counted = Counter(_spaced(span.text) for span in mentioned)  # in order of first appearance
    return max(counted, key=lambda name: (not _shouted(name, counted), len(name.split()), counted[name]))


def _shouted(name: str, others: Container[str]) -> bool:
    """Whether it is in capitals for emphasis, not as an acronym is."""
    return name.isupper() and (" " in name or name.title() in others)


def _spaced(name: str) -> str:
    return " ".join(name.split())


def _count(cluster: Cluster) -> int:
    return sum(len(form.spans) for form in cluster)


def _first(cluster: Cluster) -> int:
    return min(span.start for form in cluster for span in form.spans)
