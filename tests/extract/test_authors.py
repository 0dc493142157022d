import pytest

from worker.extract.authors import authors
from worker.extract.clues import Signature
from worker.model import AuthorKind, Source

BYLINES = [
    ("Ann Lee", [("Ann Lee", "person")]),
    ("By Ann Lee and Bob Roe", [("Ann Lee", "person"), ("Bob Roe", "person")]),
    ("By ANN LEE, Staff Writer", [("ANN LEE", "person")]),
    ("Written by Ann Lee, Bob Roe & Cy Doe", [("Ann Lee", "person"), ("Bob Roe", "person"), ("Cy Doe", "person")]),
    ("Von Anna Lehmann und Jörg Groß", [("Anna Lehmann", "person"), ("Jörg Groß", "person")]),
    ("Par Hélène Dupont", [("Hélène Dupont", "person")]),
    ("Por María José y Juan Pérez", [("María José", "person"), ("Juan Pérez", "person")]),
    ("Di Anna Rossi", [("Anna Rossi", "person")]),
    ("Door Jan de Vries", [("Jan de Vries", "person")]),
    ("Ann Lee, MD, PhD", [("Ann Lee", "person")]),
    ("Ann Lee (ann@a.example)", [("Ann Lee", "person")]),
    ("Reuters", [("Reuters", "agency")]),
    ("Agencies", [("Agencies", "agency")]),
    ("Associated Press", [("Associated Press", "agency")]),
    ("Ann Lee, AFP", [("Ann Lee", "person"), ("AFP", "agency")]),
    ("The Harbour Post", [("The Harbour Post", "organisation")]),
    ("News Desk", [("News Desk", "organisation")]),
    ("https://www.facebook.com/harbourpost", []),
    ("ann@a.example", []),
    ("admin", []),
    ("This article was first published in our sister paper in March", []),
    ("12 March 2022", []),
    ("", []),
]


@pytest.mark.parametrize(("byline", "expected"), BYLINES)
def test_a_byline_is_read(byline: str, expected: list[tuple[str, str]]) -> None:
    found = authors([Signature(byline, Source.META)], "The Harbour Post")
    assert [(author.name, author.kind.value) for author in (found.value if found else ())] == expected


def test_the_first_source_with_a_person_is_believed() -> None:
    said = [
        Signature("The Harbour Post", Source.JSON_LD, AuthorKind.ORGANISATION),
        Signature("https://a.example/ann", Source.META),
        Signature("By Ann Lee", Source.MARKUP),
    ]
    found = authors(said, None)
    assert found is not None
    assert ([author.name for author in found.value], found.source) == (["Ann Lee"], Source.MARKUP)
