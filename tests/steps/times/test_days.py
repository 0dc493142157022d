"""The calendar: values of days, and the days of values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.steps.times.days import at, easter, first_and_last, moved, nth_weekday, unit_of
from worker.steps.times.rules.holidays import holiday_in

UNITS = ["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]
DAYS = st.dates(date(1600, 1, 1), date(2400, 1, 1))


@pytest.mark.parametrize(
    ("unit", "value", "first", "last"),
    [
        ("day", "2019-12-31", "2019-12-31", "2019-12-31"),
        ("week", "2020-W01", "2019-12-30", "2020-01-05"),
        ("weekend", "2020-W01-WE", "2020-01-04", "2020-01-05"),
        ("month", "2019-12", "2019-12-01", "2019-12-31"),
        ("quarter", "2019-Q4", "2019-10-01", "2019-12-31"),
        ("year", "2019", "2019-01-01", "2019-12-31"),
        ("decade", "201X", "2010-01-01", "2019-12-31"),
        ("century", "20XX", "2000-01-01", "2099-12-31"),
    ],
)
def test_a_day_lies_in_units_that_begin_and_end_somewhere(unit: str, value: str, first: str, last: str) -> None:
    assert at(date(2019, 12, 31), unit) == value
    assert first_and_last(value) == (date.fromisoformat(first), date.fromisoformat(last))


@given(DAYS, st.sampled_from([unit for unit in UNITS if unit != "weekend"]))
def test_a_day_lies_in_the_stretch_that_its_value_names(day: date, unit: str) -> None:
    first, last = first_and_last(at(day, unit)) or (date.max, date.min)
    assert first <= day <= last
    assert unit_of(at(day, unit)) == unit


@pytest.mark.parametrize("value", ["XXXX-03", "2019-SU", "P3D", "PRESENT_REF", "2019-02-30", "2019-W54", "9999"])
def test_what_is_no_stretch_of_the_calendar_has_no_days(value: str) -> None:
    assert first_and_last(value) is None


@pytest.mark.parametrize(
    ("day", "count", "unit", "there"),
    [
        ("2020-02-29", -1, "year", "2019-02-28"),
        ("2020-03-31", -1, "month", "2020-02-29"),
        ("2020-01-01", -1, "week", "2019-12-25"),
        ("2020-11-30", 1, "quarter", "2021-02-28"),
        ("2020-11-30", -3, "decade", "1990-11-30"),
        ("2020-11-30", 1, "fortnight", "2020-12-14"),
    ],
)
def test_a_day_moves_by_units_and_stays_in_its_month(day: str, count: int, unit: str, there: str) -> None:
    assert moved(date.fromisoformat(day), count, unit) == date.fromisoformat(there)


@pytest.mark.parametrize(("count", "unit"), [(-30, "century"), (9, "millennium"), (10**9, "day"), (1, "blink")])
def test_outside_of_the_calendar_there_is_no_day(count: int, unit: str) -> None:
    assert moved(date(2020, 1, 1), count, unit) is None


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 1999, "1999-11-25"),
        ("memorial day", 2021, "2021-05-31"),
        ("election day", 1998, "1998-11-03"),
        ("election day", 2016, "2016-11-08"),
        ("good friday", 2022, "2022-04-15"),
        ("christmas eve", 1914, "1914-12-24"),
    ],
)
def test_a_holiday_has_its_day_every_year(name: str, year: int, day: str) -> None:
    assert holiday_in(name, year) == date.fromisoformat(day)


@pytest.mark.parametrize("day", ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2038-04-25"])
def test_easter_is_where_the_churches_have_it(day: str) -> None:
    assert easter(int(day[:4])) == date.fromisoformat(day)


def test_the_last_weekday_of_a_month_is_found_from_its_end() -> None:
    assert nth_weekday(2022, 2, 1, -1) == date(2022, 2, 28)
