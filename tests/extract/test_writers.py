"""Who wrote a flattened page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.clean import Line
from worker.extract.beginning import beginning
from worker.extract.writers import writers
from worker.model import BoilerplateReason as Reason

TITLE, BODY = (
    "Harbour pier to be rebuilt",
    "The council will rebuild the pier in spring, fishermen were told on Tuesday.",
)
MENU = ("World News", "Real Estate", "Privacy Policy", "Our privacy policy, our estate and all the news of the world")


def page(above: tuple[str, ...], below: tuple[str, ...] = (), front: tuple[str, ...] = MENU) -> list[Line]:
    return [
        *(Line(text=text, reason=Reason.NAVIGATION) for text in front),
        Line(text=TITLE, reason=Reason.TITLE),
        *(Line(text=text, reason=Reason.OTHER) for text in above),
        *([Line(text=BODY)] * 12),
        *(Line(text=text, reason=Reason.OTHER) for text in below),
    ]


def written_by(lines: list[Line]) -> str | None:
    return writers(lines, *beginning(lines))


@pytest.mark.parametrize(
    ("above", "names"),
    [
        (("By Ann Lee",), "Ann Lee"),
        (("By", "Ann Lee"), "Ann Lee"),
        (("Ann Lee", "March 8, 2023"), "Ann Lee"),
        (("Ann Lee", "Senior Reporter"), "Ann Lee"),
        (("AdvertisementAnn LeeMarch 8, 2023 at 7:35 PM",), "Ann Lee"),
        (("Ann LeeMar 08, 20232 Shares1530 Views",), "Ann Lee"),
        (("By Ann Leelast updated 8 March 2023",), "Ann Lee"),
        (("ROYALSBy Ann Lee8 March 2023Getty",), "Ann Lee"),
        (("By Ann Lee and Bob O'Brien",), "Ann Lee and Bob O'Brien"),
        (("Von Jörg von der Groß",), "Jörg von der Groß"),
        (("Von Jörg Groß und Anna Klein",), "Jörg Groß und Anna Klein"),
        (("Par Hélène Dupont et Luc Petit",), "Hélène Dupont et Luc Petit"),
        (("By The Associated Press",), "The Associated Press"),
        (("By Team Harbour | March 8, 2023",), "Team Harbour"),
        (("8 March 2023 by News Staff",), "News Staff"),
        (("Ann Lee, Harbour.com",), "Ann Lee"),
        (("Ann Lee • Harbour Post",), "Ann Lee"),
        (("Gabby Stone's Pier Shows More Tension", "Monday", "By Ann Lee"), "Ann Lee"),
        (("World News", "Real Estate"), None),
        (("Photo by Ann Lee",), None),
        (("Recipe tested by", "Bob Roe", "By Ann Lee"), "Ann Lee"),
        ((), None),
    ],
)
def test_lines_at_the_title_give_the_writers(above: tuple[str, ...], names: str | None) -> None:
    assert written_by(page(above)) == names


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee is a senior editor at the Harbour Post.",
        "Ann Lee is the Senior Harbour Editor at the Post, where she looks after boats.",
        "Ann Lee (she/her) is the paper's first columnist for food.",
        "Ann Lee writes about fish and boats.",
        "Ann Lee has been covering harbours for twenty years.",
    ],
)
def test_a_biography_below_the_article_names_its_writer(line: str) -> None:
    assert written_by(page((), (line,))) == "Ann Lee"


def test_a_byline_at_the_title_goes_before_those_of_other_stories() -> None:
    assert written_by(page(("By Ann Lee",), ("The storm of the year", "By Bob Roe", "March 9, 2023"))) == "Ann Lee"


def test_words_that_the_page_writes_small_are_no_name() -> None:
    assert written_by(page(("Harbour Letters", "March 8, 2023"), ("Our harbour letters come daily",))) is None


@given(st.lists(st.tuples(st.text(), st.sampled_from([None, *Reason]))))
def test_any_lines_are_read(lines: list[tuple[str, Reason | None]]) -> None:
    seen = [Line(text=text, reason=reason) for text, reason in lines]
    names = written_by(seen)
    assert names is None or any(names.split()[0] in line.text for line in seen)
