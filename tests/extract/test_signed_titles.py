"""Titles of flattened pages that run on into their byline."""

import pytest

from worker.extract.signed_titles import signed_title

PIER = "Harbour pier to be rebuilt"


@pytest.mark.parametrize(
    ("line", "after", "title", "names"),
    [
        (f"{PIER} By Ann Lee", "", PIER, "Ann Lee"),
        (f"{PIER} by Ann Lee March 8, 2023by Ann Lee March 8, 2023 Source: Ledger", "", PIER, "Ann Lee"),
        (f"{PIER} by Ann Lee on March 8, 2023", "", PIER, "Ann Lee"),
        (f"{PIER} posted on 2023-03-08 23:30 EST by Ann Lee", "", PIER, "Ann Lee"),
        (f"{PIER} Posted on March 8, 2023", "", PIER, None),
        (f"{PIER} by", "Ann Lee", PIER, None),
        (f"{PIER} posted on", "March 8, 2023", PIER, None),
        ("Pier der Stadt wird neu gebaut Von Jörg Groß", "", "Pier der Stadt wird neu gebaut", "Jörg Groß"),
        (PIER, "Ann Lee", PIER, None),
        ("Life goes on", "Ann Lee", "Life goes on", None),
        ("Why we stand by", "The town rebuilds", "Why we stand by", None),
        ("Harbour Pier Is Rebuilt By Ann Lee", "", "Harbour Pier Is Rebuilt By Ann Lee", None),
        ("Harbour pier rebuilt by Ann Lee", "", "Harbour pier rebuilt by Ann Lee", None),
        ("Pier rebuilt by Ann Lee opens on Friday", "", "Pier rebuilt by Ann Lee opens on Friday", None),
    ],
)
def test_a_title_ends_where_its_byline_begins(line: str, after: str, title: str, names: str | None) -> None:
    assert signed_title(line, after) == (title, names)
