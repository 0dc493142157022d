"""Abbreviations of time zones, as pages print them behind a clock time.

Offsets and meanings are the IANA time zone database's (`%z` abbreviations of its current rules). Where one
abbreviation has several meanings, the first of its row holds unless the page's country, as its address, locale or
language tells it, is that of another: readers of Irish and Israeli pages are told so by the page, while Indian
papers print IST on pages that say nothing else of their country.
"""

import re
from collections.abc import Collection
from datetime import date, timedelta, timezone

Meanings = tuple[tuple[int, frozenset[str]], ...]


def _minutes(hours: float, *countries: str) -> tuple[int, frozenset[str]]:
    return int(hours * 60), frozenset(countries)


ZONES: dict[str, Meanings] = {
    "UTC": (_minutes(0),), "GMT": (_minutes(0),), "Z": (_minutes(0),), "WET": (_minutes(0),), "WEST": (_minutes(1),),
    "BST": (_minutes(1, "gb"), _minutes(6, "bd")),
    "IST": (_minutes(5.5, "in"), _minutes(2, "il"), _minutes(1, "ie")), "IDT": (_minutes(3),),
    "CET": (_minutes(1),), "CEST": (_minutes(2),), "MEZ": (_minutes(1),), "MESZ": (_minutes(2),),
    "EET": (_minutes(2),), "EEST": (_minutes(3),), "MSK": (_minutes(3),), "TRT": (_minutes(3),),
    "SAST": (_minutes(2),), "CAT": (_minutes(2),), "EAT": (_minutes(3),), "WAT": (_minutes(1),),
    "GST": (_minutes(4),), "PKT": (_minutes(5),), "NPT": (_minutes(5.75),), "WIB": (_minutes(7),),
    "ICT": (_minutes(7),),
    "HKT": (_minutes(8),), "SGT": (_minutes(8),), "MYT": (_minutes(8),), "PHT": (_minutes(8),), "AWST": (_minutes(8),),
    "JST": (_minutes(9),), "KST": (_minutes(9),), "ACST": (_minutes(9.5),), "AEST": (_minutes(10),),
    "AEDT": (_minutes(11),),
    "NZST": (_minutes(12),), "NZDT": (_minutes(13),),
    "EST": (_minutes(-5),), "EDT": (_minutes(-4),), "CDT": (_minutes(-5, "us", "ca"), _minutes(-4, "cu")),
    "CST": (_minutes(-6, "us", "ca", "mx"), _minutes(8, "cn", "tw"), _minutes(-5, "cu")),
    "MST": (_minutes(-7),), "MDT": (_minutes(-6),), "PDT": (_minutes(-7),),
    "PST": (_minutes(-8, "us", "ca"), _minutes(8, "ph")), "AKST": (_minutes(-9),), "HST": (_minutes(-10),),
    "AST": (_minutes(-4, "ca", "us"), _minutes(3, "sa", "iq", "kw", "qa", "bh", "ye")), "ADT": (_minutes(-3),),
    "NST": (_minutes(-3.5),), "NDT": (_minutes(-2.5),), "BRT": (_minutes(-3),), "ART": (_minutes(-3),),
    "CLT": (_minutes(-4),),
}  # fmt: skip
AMERICAN = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}
"""Standard or daylight time as the day has it, since the rule of 2007."""
ABBREVIATION = "|".join(sorted([*ZONES, *AMERICAN], key=len, reverse=True))
OFFSET = re.compile(r"([+-])(\d{1,2})(?::?(\d\d))?$")


def offset(name: str, day: date, countries: Collection[str]) -> timezone | None:
    """The offset that an abbreviation or `+05:30` stands for on that day, on a page of those countries."""
    if match := OFFSET.search(name):
        sign, hours, minutes = match.groups()
        total = int(hours) * 60 + int(minutes or 0)
        return timezone(timedelta(minutes=-total if sign == "-" else total)) if total <= 14 * 60 else None
    if name in AMERICAN:
        return timezone(timedelta(hours=AMERICAN[name] + _american_summer(day)))
    meanings = ZONES.get(name, ())
    minutes_east = next((m for m, where in meanings if where & set(countries)), meanings[0][0] if meanings else None)
    return None if minutes_east is None else timezone(timedelta(minutes=minutes_east))


def _american_summer(day: date) -> bool:
    """From the second Sunday of March to the first of November (Energy Policy Act of 2005)."""
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))
