"""The days that the lines of a flattened page tell."""

import pytest

from worker.clean import Line
from worker.extract.flattened import read
from worker.extract.stamps import parse
from worker.extract.written_days import changed, days, published, published_elsewhere
from worker.model import BoilerplateReason as Reason

TITLE, BODY = "Harbour pier to be rebuilt", "The council will rebuild the pier in spring, fishermen were told."


def page(*, front: str = "", above: str = "", under: str = "", below: str = "") -> list[Line]:
    return [
        Line(text=front, reason=Reason.METADATA),
        Line(text=TITLE, reason=Reason.TITLE),
        Line(text=above, reason=Reason.METADATA),
        Line(text=BODY),
        Line(text=under, reason=Reason.METADATA),
        *([Line(text=BODY)] * 12),
        Line(text=below, reason=Reason.METADATA),
    ]


def day_of(lines: list[Line]) -> str | None:
    found = (parse(moment.value).day for moment in read(lines).published)
    return next((day.isoformat() for day in found if day), None)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (page(above="March 8, 2023"), "2023-03-08"),
        (page(under="March 8, 2023"), "2023-03-08"),
        (page(front="March 8, 2023"), "2023-03-08"),
        (page(front="March 9, 2023", above="March 8, 2023"), "2023-03-08"),
        (page(front="March 9, 2023", under="March 8, 2023"), "2023-03-08"),
        (page(below="Posted on March 8, 2023"), "2023-03-08"),
        (page(below="March 8, 2023"), None),
        (page(above="Updated March 8, 2023"), None),
    ],
)
def test_the_day_stands_at_the_title_or_behind_a_label(lines: list[Line], day: str | None) -> None:
    assert day_of(lines) == day


@pytest.mark.parametrize(
    ("scrap", "parts"),
    [
        ("March 8, 2023", ["March 8, 2023"]),
        ("Ann LeeMar 08, 20232 Shares1530 Views", ["Ann Lee Mar 08, 2023 2 Shares1530 Views"]),
        ("March 8, 2023March 9, 2023", ["March 8, 2023 March 9, 2023"]),
        ("8 March 20238 March 2023 Ann Lee", ["8 March 2023 8 March 2023 Ann Lee"]),
        ("Mar 8, 20235 mins", ["Mar 8, 2023 5 mins"]),
        ("Updated20:49, 8 Mar 2023", []),
        ("Ann Lee, BBCMar 8, 2023", ["Ann Lee, BBC Mar 8, 2023"]),
        ("March 8, 2023Updated on: March 9, 2023", ["March 8, 2023"]),
        ("Updated March 9, 2023 / Published March 8, 2023", ["March 8, 2023"]),
        ("Updated March 9, 2023", []),
        ("Aktualisiert am 9. März 2023", []),
        ("No day at all", []),
    ],
)
def test_a_day_of_change_is_none_of_publication(scrap: str, parts: list[str]) -> None:
    assert [part.strip(" /") for part in days([scrap])] == parts


def test_a_change_at_the_title_is_told_apart() -> None:
    lines = page(above="Published March 8, 2023 / Updated March 9, 2023")
    assert [part.strip() for part in changed(lines, 3, 1)] == ["March 9, 2023"]
    assert next(iter(published(lines, 3, 1))).startswith("March 8, 2023")
    assert not list(published_elsewhere(lines, 3))
