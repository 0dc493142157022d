"""What holds for the times of any text, on any day."""

import re
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from worker.steps.times.lexicon import HOLIDAYS, WORDS
from worker.steps.times.scene import TimeType
from worker.steps.times.step import Time, read

# TIMEX3's values: parts of a date from the left, weeks, quarters, halves and seasons, lengths, and three words.
YEAR = r"(?:\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX)"
DAY = rf"{YEAR}-(?:\d\d|XX)-(?:\d\d|XX)|{YEAR}-W(?:\d\d|XX)-[1-7X]"
STRETCH = rf"{YEAR}(?:-(?:\d\d|XX|Q[1-4X]|H[12]|SP|SU|FA|WI|W(?:\d\d|XX)(?:-WE)?))?|{DAY}"
LENGTH = r"P(?:X|\d+(?:\.\d)?)(?:[YMWD]|DE|CE|WE|Q|ML)(?:\d+[MD]|T\d+H)?|PT(?:X|\d+(?:\.\d)?)[HMS](?:\d+[MS])?"
VALUES = {
    TimeType.DATE: re.compile(rf"{STRETCH}|(?:PAST|PRESENT|FUTURE)_REF"),
    TimeType.TIME: re.compile(rf"(?:{DAY})(?:T(?:\d\d:\d\d|MO|AF|EV|NI|DT))?"),
    TimeType.DURATION: re.compile(LENGTH),
    TimeType.SET: re.compile(rf"{LENGTH}|{STRETCH}|XXXX-XX-XXT[A-Z]+|XXXX-WXX-[1-7]T[A-Z]+"),
}
NAMES = [name.title() for table in HOLIDAYS.values() for name in table]
SCRAPS = st.sampled_from(
    [*WORDS, *(word.title() for word in WORDS), *NAMES, *".,;:-–/()[]%$'’\n", "'s", "'98", "1990s", "2019", "0735"]
) | st.integers(0, 3_000).map(str)  # fmt: skip
ANY_TEXT = st.text(max_size=80)
LIKE_TIMES = st.lists(SCRAPS, max_size=14).map(" ".join) | st.lists(SCRAPS, max_size=14).map("".join)
DAYS = st.none() | st.dates()


@given(ANY_TEXT | LIKE_TIMES, DAYS)
def test_the_text_of_a_time_is_what_stands_at_its_offsets(text: str, today: date | None) -> None:
    assert all(text[time.start : time.end] == time.text and time.text.strip() for time in read(text, today))


@given(ANY_TEXT | LIKE_TIMES, DAYS)
def test_times_come_in_order_and_none_over_another(text: str, today: date | None) -> None:
    assert all(left.end <= right.start for left, right in pairwise(read(text, today)))


@given(LIKE_TIMES, DAYS)
def test_every_value_is_one_of_timex3(text: str, today: date | None) -> None:
    assert [time for time in read(text, today) if not VALUES[time.type].fullmatch(time.value)] == []


@given(LIKE_TIMES, DAYS)
def test_bounds_are_days_in_order_and_both_or_neither_is_there(text: str, today: date | None) -> None:
    assert all(_is_bounded(time) for time in read(text, today))


@given(LIKE_TIMES)
def test_nothing_is_dated_by_a_day_that_nobody_gave(text: str) -> None:
    relative = read(f"{text}\nHe left yesterday and returns next week.", None)[-2:]
    assert [time.value for time in relative] == ["XXXX-XX-XX", "XXXX-WXX"]


def _is_bounded(time: Time) -> bool:
    if time.first_day is None or time.last_day is None:
        return time.first_day is time.last_day is None
    return date.fromisoformat(time.first_day) <= date.fromisoformat(time.last_day)
