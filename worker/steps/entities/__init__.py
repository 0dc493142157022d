"""Who and where: one entity for each thing that the article names, however it is written.

`spans` takes the bare names from what the model marked, `forms` brings together those that are written alike,
`clusters` those that name the same (`same` says when), `repeats` finds mentions that the model missed, `kinds` decides
what each entity is, `descriptions` and `salience` say more of it, and `section` is the line through all of them.
"""

from worker.steps.entities.entity import Entity
from worker.steps.entities.section import entities

__all__ = ["Entity", "entities"]
