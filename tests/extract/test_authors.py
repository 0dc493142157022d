import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    ("Ann Lee ann@a.example", [("Ann Lee", "person")]),
    ("Ann Lee (ann@a.example)", [("Ann Lee", "person")]),
    ("Reuters", [("Reuters", "agency")]),
    ("Agencies", [("Agencies", "agency")]),
    ("Associated Press", [("Associated Press", "agency")]),
    ("Ann Lee, AFP", [("Ann Lee", "person"), ("AFP", "agency")]),
    ("The Harbour Post", [("The Harbour Post", "organisation")]),
    ("News Desk", [("News Desk", "organisation")]),
    ("By Ann Lee | ann@a.example | The Harbour Post", [("Ann Lee", "person")]),
    ("Ann Lee | Springfield | Updated Monday", [("Ann Lee", "person")]),
    ("Written by Ann Lee | Reviewed by Bob Roe", [("Ann Lee", "person")]),
    ("Ann Lee; photographs by Bob Roe", [("Ann Lee", "person")]),
    ("Ann Lee on March", [("Ann Lee", "person")]),
    ("Marna van der Merwe", [("Marna van der Merwe", "person")]),
    ("Ursula von der Leyen", [("Ursula von der Leyen", "person")]),
    ("Ein Kommentar von Jörg Groß", [("Jörg Groß", "person")]),
    ("Propos recueillis par Hélène Dupont", [("Hélène Dupont", "person")]),
    ("김지은 기자", [("김지은", "person")]),
    ("作者：李明", [("李明", "person")]),
    ("Kay", [("Kay", "person")]),
    ("6 min read", []),
    ("4 comments", []),
    ("Link copied", []),
    ("Alle Artikel", []),
    ("Contact us", []),
    ("optimizing power usage", []),
    ("Reviewed by Bob Roe", []),
    ("https://www.facebook.com/harbourpost", []),
    ("ann@a.example", []),
    ("admin", []),
    ("Show Sidebar", []),
    ("Menü Suchformular", []),
    ("Suchitra Menon", [("Suchitra Menon", "person")]),
    ("Sat, 20 Dec, 2025 - 06:36", []),
    ("Written By: | Ann Lee | Last Updated: | August 1, 2025", [("Ann Lee", "person")]),
    ("von ann_lee Veröffentlicht am 11. Juni 2019", [("ann_lee", "person")]),
    ("Anna Lehmann Kontakt", [("Anna Lehmann", "person")]),
    ("Ann Lee. Published in March", [("Ann Lee", "person")]),
    ("Jo Roe von Pexels", []),
    ("This article was first published in our sister paper in March", []),
    ("12 March 2022", []),
    ("", []),
]


@pytest.mark.parametrize(("byline", "expected"), BYLINES)
def test_a_byline_is_read(byline: str, expected: list[tuple[str, str]]) -> None:
    found = authors([Signature(byline, Source.META)], [], ["The Harbour Post"])
    assert [(author.name, author.kind.value) for author in (found.value if found else ())] == expected


LEE, ROE, DOE = (Signature(name, Source.JSON_LD) for name in ("Ann Lee", "Bob Roe", "Cy Doe"))
POST = Signature("The Harbour Post", Source.JSON_LD, AuthorKind.ORGANISATION)
CHOICES = [
    # what machines are told, what stands at the headline, who is believed, and from where
    (
        [POST, Signature("https://a.example/ann", Source.META), Signature("By Ann Lee", Source.MARKUP)],
        [],
        ["Ann Lee"],
        "markup",
    ),
    ([LEE], [], ["Ann Lee"], "json-ld"),
    ([LEE, ROE], ["By Ann Lee"], ["Ann Lee"], "markup"),
    ([LEE], ["By Ann Lee and Bob Roe"], ["Ann Lee", "Bob Roe"], "markup"),
    ([LEE, ROE], ["Ann Lee", "Staff", "Bob Roe"], ["Ann Lee", "Bob Roe"], "markup"),
    ([LEE], ["By Cy Doe"], ["Ann Lee"], "json-ld"),
    ([LEE], ["By ANN LEE"], ["Ann Lee"], "markup"),
    ([POST], ["By Cy Doe"], ["Cy Doe"], "markup"),
    ([Signature("ann-lee", Source.META), Signature("Ann Lee", Source.MARKUP)], [], ["Ann Lee"], "markup"),
    ([Signature("Bob Roe", Source.TEXT), Signature("Ann", Source.META)], [], ["Ann"], "meta"),
    ([Signature(f"{name} Roe", Source.TEXT) for name in ("Ann", "Bob", "Cy", "Eve")], [], [], None),
    ([Signature("Bob Roe", Source.TEXT)], ["By Ann Lee"], ["Ann Lee"], "markup"),
]


@pytest.mark.parametrize(("said", "shown", "expected", "source"), CHOICES)
def test_what_machines_are_told_is_held_against_what_readers_see(
    said: list[Signature], shown: list[str], expected: list[str], source: str | None
) -> None:
    found = authors(said, [Signature(text, Source.MARKUP) for text in shown], ["The Harbour Post"])
    assert [author.name for author in (found.value if found else ())] == expected
    assert (found and found.source.value) == source


def test_a_line_that_is_marked_as_a_byline_goes_before_one_that_reads_like_one() -> None:
    shown = [Signature("Design Style", Source.TEXT), Signature("By Ann and Bob", Source.MARKUP)]
    found = authors([], shown, [])
    assert [author.name for author in (found.value if found else ())] == ["Ann", "Bob"]


PIECES = st.sampled_from(
    ["By ", "Ann Lee", "bob@a.example", " | ", ", ", "Reviewed by ", "Staff", "von ", "dpa", "3 min", "<b>"]
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join)))
def test_a_name_is_never_an_address_a_sentence_or_markup(text: str) -> None:
    found = authors([Signature(text, Source.META)], [Signature(text, Source.MARKUP)], ["The Harbour Post"])
    for author in found.value if found else ():
        assert author.name == " ".join(author.name.split()) != ""
        assert len(author.name.split()) <= 6
        assert not set(author.name) & set("<>@|=")
