"""Who and where: one entity for each thing that the article names, however it is written.

`tagger` reads the names of an English text a second time, `spans` takes the bare names from what was read, `forms`
brings together those that are written alike, `clusters` those that name the same (`same` says when), `repeats` finds
mentions that were missed, `kinds` decides what each entity is, `descriptions` and `salience` say more of it, and
`section` is the line through all of them.
"""

from worker.steps.entities.entity import Entity
from worker.steps.entities.section import consolidated, entities

__all__ = ["Entity", "consolidated", "entities"]
