import pytest

from tests.clean.pages import raw
from worker.extract.clues import Found
from worker.extract.dates import modified_at, published_at
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
    found = published_at(page, [Found(value, Source.JSON_LD) for value in said], ())
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
    found = modified_at(raw(""), [Found(value, Source.META) for value in said], published, ())
    assert (found and found.value) == expected
