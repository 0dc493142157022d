"""Days, and the TIMEX3 values of the day, week, month … that a day lies in."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

# What a part of a value that nobody knows is written as.
UNKNOWN = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXXX",
    "century": "XXXX",
    "millennium": "XXXX",
}
_DAYS = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1_200, "millennium": 12_000}
_HOURS = {"hour", "minute", "second"}


def moved(day: date, count: int, unit: str) -> date | None:
    """The day so many units later, or earlier for a negative count; None outside of the calendar."""
    try:
        if unit in _DAYS:
            return day + timedelta(count * _DAYS[unit])
        months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, KeyError, calendar.IllegalMonthError):
        return None


def at(day: date | None, unit: str) -> str:
    """The value of the unit that the day lies in; with X for what is not known."""
    if day is None:
        return UNKNOWN.get(unit, UNKNOWN["day"])
    return _AT.get(unit, date.isoformat)(day)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_AT: dict[str, Callable[[date], str]] = {
    "weekend": lambda day: _week(day) + "-WE",
    "week": _week,
    "fortnight": _week,
    "month": lambda day: f"{day.year:04}-{day.month:02}",
    "quarter": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "year": lambda day: f"{day.year:04}",
    "decade": lambda day: f"{day.year // 10:03}X",
    "century": lambda day: f"{day.year // 100:02}XX",
    "millennium": lambda day: f"{day.year // 1000}XXX",
}


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The first, second … weekday of the month (Monday is 1), or its last one for -1."""
    if number < 0:
        end = date(year, month, calendar.monthrange(year, month)[1])
        return end - timedelta((end.isoweekday() - weekday) % 7)
    begin = date(year, month, 1)
    return begin + timedelta((weekday - begin.isoweekday()) % 7 + 7 * (number - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)


_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), "day"),
    (re.compile(r"(\d{4})-W(\d\d)"), "week"),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), "weekend"),
    (re.compile(r"(\d{4})-(\d\d)"), "month"),
    (re.compile(r"(\d{4})-Q([1-4])"), "quarter"),
    (re.compile(r"(\d{4})"), "year"),
    (re.compile(r"(\d{3})X"), "decade"),
    (re.compile(r"(\d\d)XX"), "century"),
)


def unit_of(value: str) -> str | None:
    """The unit that a value is one of: `month` for 2015-09; None where it is not a stretch of the calendar."""
    return next((unit for shape, unit in _SHAPES if shape.fullmatch(value)), None)


def first_and_last(value: str) -> tuple[date, date] | None:
    """The days that the value begins and ends with; None where it is not a stretch of the calendar."""
    unit = unit_of(value)
    first = _first(value, unit) if unit else None
    if unit is None or first is None:
        return None
    if unit == "weekend":
        return first, first + timedelta(1)
    after = moved(first, 1, unit)
    return (first, after - timedelta(1)) if after else None


def _first(value: str, unit: str) -> date | None:
    numbers = [int(number) for number in re.findall(r"\d+", value.partition("T")[0])]
    try:
        if unit in {"week", "weekend"}:
            return date.fromisocalendar(numbers[0], numbers[1], 6 if unit == "weekend" else 1)
        if unit == "quarter":
            return date(numbers[0], 3 * numbers[1] - 2, 1)
        if unit in {"decade", "century"}:
            return date(numbers[0] * (10 if unit == "decade" else 100), 1, 1)
        return date(*numbers, *(1,) * (3 - len(numbers)))
    except ValueError:
        return None
