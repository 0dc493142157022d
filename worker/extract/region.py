"""Where a page is from, as far as it decides how its days and clock times are to be read."""

from collections.abc import Iterable
from dataclasses import dataclass

from worker.extract.addresses import countries
from worker.extract.clues import Clue

MONTH_FIRST = frozenset({"us", "ph"})
"""Where `03/04/2022` is in March; Canada writes it either way."""


@dataclass(frozen=True, slots=True)
class Region:
    """ISO 3166 codes of the countries that the page speaks for, and whether it writes the day before the month."""

    countries: frozenset[str] = frozenset()
    day_first: bool | None = None


def region(url: str | None, locales: Iterable[Clue], language: str | None) -> Region:
    """The countries, and the order of day and month in them; in English without a country, America's."""
    where = countries(url, locales, language)
    if where & MONTH_FIRST or (language == "en" and not where):
        return Region(where, day_first=False)
    return Region(where, day_first=True if where or language else None)
