"""Where things are, by hand: which of the places of a name is meant, and what is no place."""

import pytest

from tests.steps.places.reading import placed, reading
from worker.steps.places import places

PARIS, TEXAS = (48.85, 2.35), (33.66, -95.56)


@pytest.mark.parametrize(
    ("marked", "name", "point"),
    [
        ("[GPE Paris] is large.", "Paris", PARIS),
        ("[GPE Paris], Texas, is small.", "Paris", TEXAS),
        ("[GPE Paris], Tex., is small.", "Paris", TEXAS),
        ("[GPE Paris] (Texas) is small.", "Paris", TEXAS),
        ("The sheriff of [GPE Lamar County] lives in [GPE Paris].", "Paris", TEXAS),
        ("[GPE Dallas], [GPE Houston] and [GPE Paris] are in [GPE Texas].", "Paris", TEXAS),
        ("[GPE France] is ruled from [GPE Paris], as [GPE Germany] is from [GPE Berlin].", "Paris", PARIS),
        ("[GPE San Jose] and [GPE San Francisco]", "San Jose", (37.34, -121.89)),
        ("[GPE Springfield] and [GPE London]", "London", (51.51, -0.13)),
        ("[GPE Cambridge] and [GPE Moscow]", "Moscow", (55.75, 37.62)),
        ("[GPE Boston] and [GPE Cambridge]", "Cambridge", (42.38, -71.11)),
        ("[GPE Hyderabad] and [GPE Karachi]", "Hyderabad", (25.40, 68.38)),
        ("[GPE Hyderabad] and [GPE Mumbai]", "Hyderabad", (17.38, 78.46)),
        ("[GPE Perth] and [GPE Glasgow]", "Perth", (56.40, -3.43)),
        ("[GPE Dublin] and [GPE Cork]", "Dublin", (53.33, -6.25)),
        ("[GPE Dublin] and [GPE Columbus]", "Dublin", (40.10, -83.11)),
        ("[GPE London] and [GPE Birmingham]", "Birmingham", (52.48, -1.90)),
        ("[GPE Alabama] and [GPE Birmingham]", "Birmingham", (33.52, -86.80)),
        ("[GPE Ontario], Calif.", "Ontario", (34.06, -117.65)),
        ("[GPE Ontario] and [GPE Quebec] are in [GPE Canada].", "Ontario", (44.5, -80)),
        ("[GPE Atlanta] and [GPE Savannah] are in [GPE Georgia].", "Georgia", (33, -83.6)),
        ("[GPE Tbilisi] is the capital of [GPE Georgia], [GPE Yerevan] of [GPE Armenia].", "Georgia", (42, 43.5)),
        ("[GPE Washington] and [GPE Moscow] agree.", "Washington", (38.9, -77.04)),
        ("[GPE Seattle], [GPE Spokane] and [GPE Tacoma] are in [GPE Washington].", "Washington", (47.3, -121)),
        ("[GPE Springfield], Ill., and [GPE Chicago]", "Springfield", (39.80, -89.64)),
        ("[GPE St. Petersburg], Fla.", "St. Petersburg", (27.77, -82.68)),
        ("[GPE St. Petersburg] and [GPE Moscow] are in [GPE Russia].", "St. Petersburg", (59.9, 30.3)),
        ("the [LOC Middle East]", "Middle East", (29, 41)),
        ("[GPE Kiev] in [GPE Ukraine]", "Kiev", (50.45, 30.52)),
        ("[GPE Zürich] is in [GPE Switzerland].", "Zürich", (47.37, 8.55)),
        ("downtown [GPE Toronto]", "Toronto", (43.7, -79.4)),
        ("[LOC northern Ireland]", "northern Ireland", (54.6, -6.7)),
        ("[GPE U.S.] and [GPE UK]", "U.S.", (38.5, -90.6)),
    ],
)
def test_the_place_that_the_article_means_is_found(marked: str, name: str, point: tuple[float, float]) -> None:
    place = placed(marked)[name]
    assert (place.latitude, place.longitude) == pytest.approx(point, abs=1.0)


def test_what_is_said_of_one_mention_holds_for_the_others() -> None:
    found = placed("[GPE PARIS], Texas. The mayor of [GPE Paris] and of [GPE Lyon] in [GPE France] met.")
    assert found["Paris"].geonames_id == 4717560
    assert [mention.text for mention in found["Paris"].mentions] == ["PARIS", "Paris"]


@pytest.mark.parametrize(
    ("marked", "name", "country", "via"),
    [
        ("[GPE Randolph], New Hampshire, is small.", "Randolph", "US", "within"),
        ("[GPE Babyninsky], Russia", "Babyninsky", "RU", "within"),
        ("[GPE Moscow], Ukraine and Poland", "Moscow", "RU", "place"),
        ("[ORG Hampshire County Council] in [GPE Winchester], England", "Hampshire County Council", "GB", "name"),
        ("[NORP Russian] troops", "Russian", "RU", "demonym"),
        ("[NORP Americans]", "Americans", "US", "demonym"),
        ("[NORP Texans]", "Texans", "US", "demonym"),
        ("[NORP Georgian] troops left [GPE Tbilisi] for [GPE Batumi].", "Georgian", "GE", "demonym"),
        ("[ORG University of Iowa]", "University of Iowa", "US", "name"),
        ("[ORG Environment Canada]", "Environment Canada", "CA", "name"),
        ("[ORG Russian Foreign Ministry]", "Russian Foreign Ministry", "RU", "name"),
        ("[ORG Litchfield Superior Court] in [GPE Connecticut]", "Litchfield Superior Court", "US", "name"),
        ("[ORG Bicester Carnival] begins in [GPE Bicester].", "Bicester Carnival", "GB", "name"),
    ],
)
def test_what_belongs_to_a_place_is_put_there(marked: str, name: str, country: str, via: str) -> None:
    place = placed(marked)[name]
    assert (place.country_code, place.via) == (country, via)


@pytest.mark.parametrize(
    "marked",
    [
        "[PERSON Paris] Hilton",
        "[PERSON Virginia Woolf]",
        "[ORG Apple]",
        "[ORG American Airlines]",
        "[ORG White House]",
        "[NORP Democrats]",
        "[NORP Jordan]",
        "[GPE us]",
        "[GPE Nowhereville-upon-Nothing]",
        "[ORG Superior Court]",
        "[DATE May]",
    ],
)
def test_what_is_no_place_or_none_that_is_known_has_none(marked: str) -> None:
    assert placed(marked) == {}


def test_a_region_and_a_town_say_what_they_are() -> None:
    found = placed("[GPE Paris], [GPE Texas]; [GPE Lamar County]; [GPE France]; [LOC Europe]; [GPE Moscow]")
    kinds = {name: place.kind for name, place in found.items()}
    assert kinds == {
        "Paris": "city",
        "Texas": "region",
        "Lamar County": "county",
        "France": "country",
        "Europe": "continent",
        "Moscow": "capital",
    }
    assert found["Paris"].region == found["Lamar County"].region == found["Texas"].geonames_id == 4736286


def test_without_the_entities_there_are_no_places() -> None:
    assert places(reading("[GPE Paris]")) is None
