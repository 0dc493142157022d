"""What the section holds."""

from dataclasses import dataclass

from worker.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something that the article names, however it is written. `type` is OntoNotes' (PERSON, ORG, GPE, FAC …).

    `name` is the fullest form in the text, `aliases` are the others. `salience` is between 0 and 1: how much the
    article is about it. `descriptions` are the roles that stand beside its name ("Russian Foreign Minister").
    """

    id: str
    type: str
    name: str
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    salience: float = 0.0
    descriptions: tuple[str, ...] = ()
