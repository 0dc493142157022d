"""Bylines of flattened pages: names glued to what stood beside them, or alone on a line."""

import pytest

from worker.extract.written_names import alone, signed

SIGNED = [
    ("By Ann Lee", "Ann Lee"),
    ("ByA. Ann Lee", "A. Ann Lee"),
    ("BY ANN LEE", "ANN LEE"),
    ("Opinion, Harbour BlogsBy Ann LeeMay 8, 2023 Share link", "Ann Lee"),
    ("The pier is rebuiltBy Ann Lee | March 9, 2023(Photo: Harbour TV)", "Ann Lee"),
    ("Skip to main contentBy Ann Lee December 21, 2023", "Ann Lee"),
    ("Oct 24, 2019 at 2:56 pm | By Ann Marie LeeAdvertisement", "Ann Marie Lee"),
    ("News by Ann Lee News Reporter", "Ann Lee"),
    ("(Credit: Harbour Post)by Ann McDonald | Dec 22, 2023", "Ann McDonald"),
    ("Ann LeeDecember 20, 2023", "Ann Lee"),
    ("11.12.2019 - Ann Lee", "Ann Lee"),
    ("March 9, 2023 | Ann Lee and Bob Roe", "Ann Lee and Bob Roe"),
    ("March 9, 2023 - Harbour Pier Rebuilt After the Storm of the Last Winter", None),
    ("ADVERTISEMENT Ann Lee - January 24, 2020", "Ann Lee"),
    ("Ann Lee, Correspondent, Dec 22, 2023, 10:15 PM", "Ann Lee"),
    ("By Ann Lee and Bob O'Brien", "Ann Lee and Bob O'Brien"),
    ("Par Hélène Dupont", "Hélène Dupont"),
    ("Von Jörg von der Groß", "Jörg von der Groß"),
    ("The pier was rebuilt by the town in March.", None),
    ("It was drawn by Ann Lee, who lives at the harbour and has painted it since she was a child.", None),
    ("Updated December 20, 2023", None),
    ("Sports", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "name"), SIGNED)
def test_a_line_gives_its_writers(line: str, name: str | None) -> None:
    assert next(signed(line), None) == name


ALONE = [
    (["The pier is rebuilt", "By", "Ann Lee", "Sports"], "", ["Ann Lee"]),
    (["The pier", "Sports", "World", "Ann Lee", "March 28, 2022"], "", ["Ann Lee"]),
    (["The pier", "Sports", "World", "Ann Lee", "Harbour"], "Ann Lee is our woman at the harbour.", ["Ann Lee"]),
    (["The pier", "Sports", "World", "Real Estate", "Harbour"], "", []),
    (["The pier is rebuilt", "Ann Lee", "The town gets its pier back after the storm."], "", ["Ann Lee"]),
]


@pytest.mark.parametrize(("lines", "known", "names"), ALONE)
def test_a_line_of_nothing_but_a_name_needs_a_word_for_it(lines: list[str], known: str, names: list[str]) -> None:
    assert list(alone(lines, known)) == names
