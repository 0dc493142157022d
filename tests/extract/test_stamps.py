"""Dates and clock times as pages write them; the second column is what is published for the string alone."""

from datetime import date

import pytest

from worker.extract.stamps import parse
from worker.extract.zones import offset

STAMPS = [
    ("2022-03-28", "2022-03-28"),
    ("2022-03-28T17:28:00+05:30", "2022-03-28T17:28:00+05:30"),
    ("2022-03-28T11:58:00Z", "2022-03-28T11:58:00+00:00"),
    ("2022-03-28T11:58:00.123+0000", "2022-03-28T11:58:00+00:00"),
    ("2022-03-28 17:28", "2022-03-28"),
    ("Mon, 28 Mar 2022 17:28:00 GMT", "2022-03-28T17:28:00+00:00"),
    ("March 28, 2022 5:28 p.m. EDT", "2022-03-28T17:28:00-04:00"),
    ("March 28, 2022 at 5:28 PM ET", "2022-03-28T17:28:00-04:00"),
    ("January 28, 2022 at 5:28 PM ET", "2022-01-28T17:28:00-05:00"),
    ("28 Mar 2022, 05:28 PM IST", "2022-03-28T17:28:00+05:30"),
    ("28. März 2022, 17:28 Uhr", "2022-03-28"),
    ("28.03.2022", "2022-03-28"),
    ("le 28 mars 2022", "2022-03-28"),
    ("28 de marzo de 2022", "2022-03-28"),
    ("28 marzo 2022", "2022-03-28"),
    ("2022年3月28日", "2022-03-28"),
    ("28 марта 2022", "2022-03-28"),
    ("28/03/2022", "2022-03-28"),
    ("20220328", "2022-03-28"),
    ("1648468680", "2022-03-28T11:58:00+00:00"),
    ("12:05 am UTC 2022-03-28", "2022-03-28T00:05:00+00:00"),
    ("03/04/2022", None),
    ("31.10.23", "2023-10-31"),
    ("8.5.12", "2012-05-08"),
    ("Party, 30.10.23", "2023-10-30"),
    ("6 Mar '21", "2021-03-06"),
    ("mayo 6 de 2022", "2022-05-06"),
    ("5 de mayo, 2022", "2022-05-05"),
    ("20 septembrie 2020", "2020-09-20"),
    ("28 березня 2022", "2022-03-28"),
    ("20220328T115800Z", "2022-03-28"),
    ("6.2.1 is out", None),
    ("2022-13-45", None),
    ("31 February 2022", None),
    ("yesterday", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), STAMPS)
def test_a_stamp_is_read(text: str, expected: str | None) -> None:
    stamp = parse(text)
    assert (stamp.iso(stamp.day, ()) if stamp.day else None) == expected


@pytest.mark.parametrize(
    ("name", "countries", "hours"),
    [
        ("IST", (), 5.5),
        ("IST", ("in",), 5.5),
        ("IST", ("ie",), 1),
        ("IST", ("il",), 2),
        ("CST", (), -6),
        ("CST", ("cn",), 8),
        ("BST", ("bd",), 6),
        ("+0530", (), 5.5),
        ("GMT-03:00", (), -3),
    ],
)
def test_an_ambiguous_zone_is_decided_by_the_country(name: str, countries: tuple[str, ...], hours: float) -> None:
    zone = offset(name, date(2022, 3, 28), countries)
    assert zone is not None
    assert zone.utcoffset(None).total_seconds() == hours * 3600


def test_an_unknown_zone_is_none() -> None:
    assert offset("XYZ", date(2022, 3, 28), ()) is None


def test_a_clock_time_glued_to_its_neighbours_is_read() -> None:
    stamp = parse("3 min read.05:28 PM ISTAgencies")
    assert stamp.day is None
    assert stamp.iso(date(2022, 3, 28), ()) == "2022-03-28T17:28:00+05:30"
