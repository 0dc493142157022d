"""Dates and clock times as pages write them."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache

from worker.clean.shapes import WORD_START
from worker.extract.zones import ABBREVIATION, offset

LONGEST = 200
MONTHS = (
    ("jan", "jän", "ene", "gen", "ian", "янв", "січ", "sty", "ocak"),
    ("feb", "fév", "fev", "фев", "лют", "lut", "şub"),
    ("mar", "mär", "mrz", "maa", "мар", "бер"), ("apr", "avr", "abr", "апр", "кві", "kwi", "nis"),
    ("may", "mai", "maj", "mag", "mei", "мая", "май", "тра"),
    ("jun", "juin", "giu", "iun", "июн", "чер", "cze", "haz"),
    ("jul", "juil", "lug", "iul", "июл", "лип", "lip", "tem"),
    ("aug", "aoû", "aou", "ago", "авг", "сер", "sie", "ağu"),
    ("sep", "set", "сен", "вер", "wrz", "eyl"), ("oct", "okt", "out", "ott", "окт", "жов", "paź", "eki"),
    ("nov", "noi", "ноя", "лис", "lis", "kas"),
    ("dec", "dez", "déc", "dic", "дек", "гру", "gru", "ara"),
)  # fmt: skip
MONTH_OF = {name: i for i, names in enumerate(MONTHS, 1) for name in names}
MONTH = r"(?P<month>(?!\d)\w{3,10})\.?"
ORDINAL = r"(?:st|nd|rd|th|er|\.|º)?"
TEXTUAL = (
    re.compile(
        rf"(?<![\d:])(?P<day>\d{{1,2}}){ORDINAL}[\s-]*(?:de\s+|of\s+)?{MONTH},?[\s-]+(?:de\s+|del\s+)?(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{WORD_START}{MONTH}[\s-]+(?P<day>\d{{1,2}}){ORDINAL},?[\s-]+(?:(?:de|del)\s+)?(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\d:])(?P<day>\d{{1,2}})(?:\.\s?|\s|-){MONTH}[\s'’-]+(?P<year>\d\d)\b(?!:)",
        re.IGNORECASE,
    ),
)
NUMERIC = (
    re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>1[3-9]|2\d|3[01])[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<month>\d{1,2})[/-](?P<day>1[3-9]|2\d|3[01])[/-](?P<year>\d{4})(?!\d)"),
    re.compile(r"^(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T?\d{4,6}Z?)?$"),
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d\d)(?![\d.])"),
    re.compile(r"(?<!\d)(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d\d)(?![\d/])"),
    re.compile(r"(?<!\d)(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d\d)(?![\d/])"),
)
DAY_FIRST = re.compile(r"(?<!\d)(?P<day>\d{1,2})(?P<by>[/-])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4}|\d\d)(?![\d/])")
MONTH_FIRST = re.compile(r"(?<!\d)(?P<month>\d{1,2})(?P<by>[/-])(?P<day>\d{1,2})(?P=by)(?P<year>\d{4}|\d\d)(?![\d/])")
TURN_OF_CENTURY = 70
"""Years of two digits from here on are of the twentieth century, as POSIX has it (69)."""
CLOCK = re.compile(
    r"(?:^|[T\s,.|@(–-]|at\s)(?P<hour>[01]?\d|2[0-3])(?:[:h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?"
    r"|(?:\.(?P<dotted>[0-5]\d))?(?=\s?(?:[ap]\.?m\b|uhr\b)))"
    rf"\s?(?P<half>[ap]\.?m\b\.?)?(?:uhr\b)?\s*\(?(?P<zone>(?-i:(?:{ABBREVIATION})(?![a-z]))(?:[+-]\d{{1,2}}:?\d\d)?|(?:UTC|GMT)?[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
EPOCH = re.compile(r"\d{10}(?:\d{3})?$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a string says of a moment: the day, the time of day, the zone, each where it says it."""

    day: date | None = None
    clock: time | None = None
    zone: str | None = None

    def iso(self, day: date, countries: Collection[str]) -> str:
        """ISO 8601: with time and offset where both are known, else the day alone."""
        tz = offset(self.zone, day, countries) if self.zone else None
        if self.clock is None or tz is None:
            return day.isoformat()
        return datetime.combine(day, self.clock, tz).isoformat()

    def moment(self) -> datetime | None:
        """The moment, where day, time and an offset in digits or a zone that is the same everywhere are known."""
        tz = offset(self.zone, self.day, ()) if self.zone and self.day else None
        return datetime.combine(self.day, self.clock, tz) if self.day and self.clock and tz else None


def parse(text: str, *, day_first: bool | None = None) -> Stamp:
    """The first date and the first clock time of a short text; empty where it has neither.

    `day_first` decides what `03/04/2022` is, which is no date without it.
    """
    return _parse(text[:LONGEST].strip(), day_first)


@lru_cache(maxsize=256)
def _parse(text: str, day_first: bool | None) -> Stamp:  # noqa: FBT001 - a helper
    """A page says the same moment several times, and each is asked for more than once."""
    if not DIGIT.search(text):
        return Stamp()
    if EPOCH.match(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return Stamp(moment.date(), moment.time(), "UTC")
    day, rest = _day(text, day_first)
    clock, zone = _clock(rest)
    return Stamp(day, clock, zone)


def _day(text: str, day_first: bool | None) -> tuple[date | None, str]:  # noqa: FBT001 - a helper
    """The day, and the text without it."""
    ambiguous = () if day_first is None else (DAY_FIRST,) if day_first else (MONTH_FIRST,)
    for pattern in (*NUMERIC, *TEXTUAL, *ambiguous):
        for match in pattern.finditer(text):
            month = match["month"]
            number = int(month) if month.isdecimal() else _month(month)
            try:
                day = date(_year(match["year"]), number, int(match["day"]))
            except ValueError:
                continue
            return day, text[: match.start()] + " " + text[match.end() :]
    return None, text


def _year(digits: str) -> int:
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= TURN_OF_CENTURY else 2000)


def _month(name: str) -> int:
    folded = name.casefold()
    return next((MONTH_OF[folded[:n]] for n in (4, 3) if folded[:n] in MONTH_OF), 0)


def _clock(text: str) -> tuple[time | None, str | None]:
    match = CLOCK.search(text)
    if not match:
        return None, None
    hour, minute = int(match["hour"]), int(match["minute"] or match["dotted"] or 0)
    half = (match["half"] or "").casefold()[:1]
    if half and not 1 <= hour <= 12:
        half = ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute, int(match["second"] or 0)), match["zone"]
