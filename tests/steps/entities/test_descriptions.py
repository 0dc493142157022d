"""Roles beside a name."""

import pytest

from tests.steps.entities.reading import marked
from worker.steps.entities import entities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian Foreign Minister [Sergei Lavrov|PERSON] said", ("Russian Foreign Minister",)),
        ("The Kremlin's spokesman [Dmitry Peskov|PERSON] said", ("Kremlin's spokesman",)),
        ("[Sergei Lavrov|PERSON], the Russian foreign minister, said", ("Russian foreign minister",)),
        ("[Ann Lee|PERSON], director of the city museum.", ("director of the city museum",)),
        ("talks between President [Vladimir Putin|PERSON] and others", ("President",)),
        ("minister of health [Ann Lee|PERSON] left", ()),
        ("[Ann Lee|PERSON], who met the president, said", ()),
        ("[Ann Lee|PERSON] met the president.", ()),
        ("She said [Ann Lee|PERSON] left.", ()),
    ],
)
def test_a_role_describes_whose_name_it_stands_beside(text: str, expected: tuple[str, ...]) -> None:
    (entity,) = entities(marked(text)) or ()
    assert entity.descriptions == expected
