"""The gazetteer, and the words that are added to it."""

import tomllib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.steps.places.fold import fold
from worker.steps.places.gazetteer import gazetteer
from worker.steps.places.lexicon import NAMES_FILE, PEOPLED, meaning, named

NAMES = tomllib.loads(NAMES_FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("St. Paul", "saint paul"),
        ("Saint-Denis", "saint denis"),
        ("Fort Worth", "fort worth"),
        ("Ft. Worth", "fort worth"),
        ("Mt. Vernon", "mount vernon"),
        ("São Paulo", "sao paulo"),
        ("Łódź", "lodz"),
        ("Coeur d’Alene", "coeur dalene"),
        ("W.Va.", "wva"),
        ("  New\n York ", "new york"),
        ("—", ""),
    ],
)
def test_the_ways_to_write_a_name_have_one_key(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text())
def test_a_key_is_its_own_key_and_any_text_has_one(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    gazetteer().find(fold(name))


def test_the_larger_come_first_and_those_whose_own_name_it_is_say_so() -> None:
    found = gazetteer().find("paris")
    assert found[0].country == "FR"
    towns = [each for each in found if each.kind not in PEOPLED]
    assert all(a.population >= b.population for a, b in pairwise(towns))
    assert {each.own for each in gazetteer().find("kiev")} == {False}


@pytest.mark.parametrize("name", ["", "a", "zzzzzz", "parisx", "~", "\u0000"])
def test_what_no_place_is_called_is_not_found(name: str) -> None:
    assert gazetteer().find(name) == ()


@pytest.mark.parametrize("table", ["aliases", "demonyms", "abbreviations"])
def test_every_word_of_ours_leads_to_a_place(table: str) -> None:
    assert [name for name in NAMES[table] if not named(fold(name))] == []


def test_every_demonym_leads_to_a_country_region_or_area() -> None:
    words = [word for words in NAMES["demonyms"].values() for word in words]
    assert [word for word in words if not meaning(word).demonym or not meaning(word).candidates] == []
