import pytest

from worker.extract.clues import Clue, Found
from worker.extract.titles import label, site_names, title
from worker.model import Source

URL = "https://www.harbour-post.example/news/pier"
ROWS = [
    (["The pier is rebuilt | The Harbour Post"], [], "The pier is rebuilt"),
    (["The pier is rebuilt - Harbour Post"], [], "The pier is rebuilt"),
    (["The Harbour Post – The pier is rebuilt"], [], "The pier is rebuilt"),
    (["The pier is rebuilt - and paid"], [], "The pier is rebuilt - and paid"),
    (["The pier is rebuilt – Sport"], ["The pier is rebuilt"], "The pier is rebuilt"),
    (["Pier rebuilt after the storm"], ["The Harbour Post", "Pier rebuilt after storm"], "Pier rebuilt after storm"),
    (["The pier is rebuilt"], ["Most read today"], "The pier is rebuilt"),
    (["The Harbour Post"], [], None),
    (["The Harbour Post"], ["The pier is rebuilt"], "The pier is rebuilt"),
    ([], [], None),
]


def said(values: list[str], source: Source) -> list[Clue]:
    return [Found(value, source) for value in values]


@pytest.mark.parametrize(("head", "shown", "expected"), ROWS)
def test_the_title_is_without_the_sites_name(head: list[str], shown: list[str], expected: str | None) -> None:
    names = site_names(URL, said(["The Harbour Post"], Source.META))
    found = title(said(head, Source.META), said(shown, Source.MARKUP), names)
    assert (found and found.value) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [(["Sport"], "Sport"), (["https://a.example"], None), (["@post", "The Post"], "The Post"), (["x" * 200], None)],
)
def test_a_label_is_short_and_no_address(values: list[str], expected: str | None) -> None:
    found = label(said(values, Source.META))
    assert (found and found.value) == expected
