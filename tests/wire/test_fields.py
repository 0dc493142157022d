"""The optional facts: what counts as said, and what is dropped."""

from collections.abc import Callable

import pytest

from worker.wire.fields import checked_date, checked_id, checked_language, checked_source, checked_url


@pytest.mark.parametrize(
    ("check", "value", "kept"),
    [
        (checked_id, "a-1", "a-1"),
        (checked_id, " kept as it is ", " kept as it is "),
        (checked_id, 0, "0"),
        (checked_id, -12345678901234567890, "-12345678901234567890"),
        (checked_id, "x" * 512, "x" * 512),
        (checked_id, "cut \ud83d", "cut \ufffd"),
        (checked_url, "https://news.example/a?b=c#d", "https://news.example/a?b=c#d"),
        (checked_url, " http://münchen.example/ü ", "http://münchen.example/ü"),
        (checked_date, "2022-03-28", "2022-03-28"),
        (checked_date, " 2022-03-28T17:28:00+05:30 ", "2022-03-28T17:28:00+05:30"),
        (checked_date, "2022-03-28T11:58:00Z", "2022-03-28T11:58:00+00:00"),
        (checked_date, "2022-03-28 11:58", "2022-03-28T11:58:00"),
        (checked_date, "20220328", "2022-03-28"),
        (checked_date, "Mon, 28 Mar 2022 11:58:00 GMT", "2022-03-28T11:58:00+00:00"),
        (checked_date, "Mon, 28 Mar 2022 17:28:00 +0530", "2022-03-28T17:28:00+05:30"),
        (checked_date, 1648468680, "2022-03-28T11:58:00+00:00"),
        (checked_date, 1648468680000, "2022-03-28T11:58:00+00:00"),
        (checked_date, 1648468680.5, "2022-03-28T11:58:00.500000+00:00"),
        (checked_language, "en", "en"),
        (checked_language, "EN-gb", "en"),
        (checked_language, "zh_Hant_TW", "zh"),
        (checked_language, "fil", "fil"),
        (checked_source, " feed 7 ", "feed 7"),
    ],
)
def test_what_is_well_formed_is_kept_in_one_form(
    check: Callable[[object], str | None], value: object, kept: str
) -> None:
    assert check(value) == kept


@pytest.mark.parametrize(
    ("check", "values"),
    [
        (checked_id, [None, "", "  ", 1.5, True, [], {}, "x" * 513, 10**600]),
        (checked_url, [None, "", 3, "news.example/a", "//news.example/a", "ftp://news.example/a", "https://"]),
        (checked_url, ["https://[", "javascript:x", "https://n.example/a b", "https://n.example/\x00"]),
        (checked_url, ["https://n.example/" + "a" * 9000]),
        (checked_date, [None, "", "2022-13-45", "2022-02-30", "2022", "2022-03", "yesterday", "28/03/2022", True]),
        (
            checked_date,
            [[], 1e300, float("nan"), float("inf"), "2022-03-28T25:00", "0000-00-00", "99999-01-01", 10**30],
        ),
        (checked_language, [None, "", "e", "english", "en-", "12", 3, "e n"]),
        (checked_source, [None, "", " ", 3, "x" * 513]),
    ],
)
def test_what_is_malformed_counts_as_not_said(check: Callable[[object], str | None], values: list[object]) -> None:
    assert [value for value in values if check(value) is not None] == []
