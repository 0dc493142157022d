"""Dates and clock times as pages write them."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from worker.clean.shapes import WORD_START
from worker.extract.zones import ABBREVIATION, offset

LONGEST = 200
MONTHS = (
    ("jan", "ene", "gen", "янв", "sty", "ocak"), ("feb", "fév", "fev", "фев", "lut", "şub"),
    ("mar", "mär", "mrz", "maa", "мар"), ("apr", "avr", "abr", "апр", "kwi", "nis"),
    ("may", "mai", "maj", "mag", "mei", "мая", "май"),
    ("jun", "juin", "giu", "июн", "cze", "haz"), ("jul", "juil", "lug", "июл", "lip", "tem"),
    ("aug", "aoû", "ago", "авг", "sie", "ağu"),
    ("sep", "set", "сен", "wrz", "eyl"), ("oct", "okt", "out", "ott", "окт", "paź", "eki"),
    ("nov", "ноя", "lis", "kas"),
    ("dec", "dez", "déc", "dic", "дек", "gru", "ara"),
)  # fmt: skip
MONTH_OF = {name: i for i, names in enumerate(MONTHS, 1) for name in names}
MONTH = r"(?P<month>(?!\d)\w{3,10})\.?"
ORDINAL = r"(?:st|nd|rd|th|er|\.|º)?"
TEXTUAL = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}}){ORDINAL}[\s-]+(?:de\s+|of\s+)?{MONTH},?[\s-]+(?:de\s+|del\s+)?(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(rf"{WORD_START}{MONTH}\s+(?P<day>\d{{1,2}}){ORDINAL},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
)
NUMERIC = (
    re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>1[3-9]|2\d|3[01])[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<month>\d{1,2})[/-](?P<day>1[3-9]|2\d|3[01])[/-](?P<year>\d{4})(?!\d)"),
    re.compile(r"^(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T?\d{4,6})?$"),
)
CLOCK = re.compile(
    r"(?:^|[T\s,.|@(–-]|at\s)(?P<hour>[01]?\d|2[0-3])(?:[:h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?"
    r"|(?:\.(?P<dotted>[0-5]\d))?(?=\s?(?:[ap]\.?m\b|uhr\b)))"
    rf"\s?(?P<half>[ap]\.?m\b\.?)?(?:uhr\b)?\s*\(?(?P<zone>(?-i:(?:{ABBREVIATION})(?![a-z]))(?:[+-]\d{{1,2}}:?\d\d)?|(?:UTC|GMT)?[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
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


def parse(text: str) -> Stamp:
    """The first date and the first clock time of a short text; empty where it has neither."""
    text = text[:LONGEST].strip()
    if EPOCH.match(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return Stamp(moment.date(), moment.time(), "UTC")
    day, rest = _day(text)
    clock, zone = _clock(rest)
    return Stamp(day, clock, zone)


def _day(text: str) -> tuple[date | None, str]:
    """The day, and the text without it."""
    for pattern in (*NUMERIC, *TEXTUAL):
        for match in pattern.finditer(text):
            month = match["month"]
            number = int(month) if month.isdecimal() else _month(month)
            try:
                day = date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                continue
            return day, text[: match.start()] + " " + text[match.end() :]
    return None, text


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
