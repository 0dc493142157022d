import pytest

from tests.clean.pages import raw
from worker.extract.clues import Found, Moment, Trust
from worker.extract.dates import modified_at, published_at
from worker.extract.region import Region
from worker.model import Source

ROWS = [
    # sent, fetched, url, said by the page, expected, source
    (None, None, None, ["2022-03-28", "2022-03-28T09:00:00+02:00"], "2022-03-28T09:00:00+02:00", "json-ld"),
    ("2022-03-28", None, None, ["05:28 PM IST"], "2022-03-28T17:28:00+05:30", "json-ld"),
    ("2022-03-28", None, None, ["2021-01-01T09:00:00Z"], "2022-03-28", "envelope"),
    ("2022-03-28T08:00:00+00:00", None, None, ["2022-03-28T09:00:00Z"], "2022-03-28T08:00:00+00:00", "envelope"),
    (None, "2022-03-30", None, ["2031-01-01", "2022-03-28"], "2022-03-28", "json-ld"),
    (None, None, None, ["1970-01-01", "1989-12-31"], None, None),
    (None, None, "https://a.example/2022/03/28/pier", [], "2022-03-28", "url"),
    (None, None, "https://a.example/2022/03/28/pier", ["2022-03-27"], "2022-03-27", "json-ld"),
    (None, None, None, [], None, None),
]


@pytest.mark.parametrize(("sent", "fetched", "url", "said", "expected", "source"), ROWS)
def test_the_day_of_publication_is_chosen(
    sent: str | None, fetched: str | None, url: str | None, said: list[str], expected: str | None, source: str | None
) -> None:
    page = raw("", published_at=sent, fetched_at=fetched, url=url)
    moments = [
        Moment(value, Source.JSON_LD, Trust.DECLARED if value.startswith(("1", "2")) else Trust.SHOWN) for value in said
    ]
    found = published_at(page, moments, [], Region())
    assert (found and found.value, found and found.source.value) == (expected, source)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["2022-03-29T10:00:00Z"], "2022-03-29T10:00:00+00:00"),
        (["2021-03-29", "2022-04-01"], "2022-04-01"),
        (["2021-03-29"], None),
        (["soon"], None),
    ],
)
def test_nothing_is_modified_before_it_is_published(said: list[str], expected: str | None) -> None:
    published = Found("2022-03-28", Source.META)
    found = modified_at(raw(""), [Found(value, Source.META) for value in said], published, Region())
    assert (found and found.value) == expected


D, L, A, S, W, E = Trust.DECLARED, Trust.LABELLED, Trust.ADDRESS, Trust.SHOWN, Trust.WEAK, Trust.ELSEWHERE
CONFLICTS = [
    # what is said and how, the day of change, the day that is believed
    ([(D, "2022-03-01"), (L, "2022-03-28")], None, "2022-03-28"),
    ([(D, "2022-03-01"), (S, "2022-03-28")], None, "2022-03-28"),
    ([(D, "2022-03-28"), (S, "2021-03-01")], None, "2021-03-01"),
    ([(D, "2022-03-28"), (S, "2010-03-01")], None, "2022-03-28"),
    ([(D, "2022-04-03"), (S, "2022-03-04")], None, "2022-04-03"),
    ([(W, "2022-03-29")], "2022-03-28", "2022-03-28"),
    ([(D, "2022-03-28T02:10:00Z"), (S, "March 27, 2022")], None, "2022-03-27"),
    ([(D, "2022-03-28T02:10:00Z"), (A, "2022-03-27")], None, "2022-03-28"),
    ([(D, "2022-03-28T17:00:00Z"), (S, "2022-03-29T09:00:00Z")], None, "2022-03-28"),
    ([(D, "2022-03-28"), (S, "2022-03-27"), (S, "2022-03-28")], None, "2022-03-28"),
    ([(E, "2020-01-01"), (W, "2022-03-28")], None, "2022-03-28"),
    ([(E, "2020-01-01"), (S, "March 28, 2022")], None, "2022-03-28"),
    ([], "2022-03-28", "2022-03-28"),
]


@pytest.mark.parametrize(("said", "changed", "expected"), CONFLICTS)
def test_conflicts_are_resolved_by_how_a_page_says_a_day(
    said: list[tuple[Trust, str]], changed: str | None, expected: str
) -> None:
    moments = [Moment(value, Source.META, trust) for trust, value in said]
    changes = [Found(changed, Source.MARKUP)] if changed else []
    found = published_at(raw(""), moments, changes, Region())
    assert found is not None
    assert found.value[:10] == expected


@pytest.mark.parametrize(("day_first", "expected"), [(True, "2022-04-03"), (False, "2022-03-04"), (None, None)])
def test_the_order_of_day_and_month_is_the_countrys(day_first: bool | None, expected: str | None) -> None:
    found = published_at(raw(""), [Moment("03/04/2022", Source.META)], [], Region(day_first=day_first))
    assert (found and found.value) == expected
