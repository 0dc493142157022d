"""The language of short texts, and whose word counts where the text does not tell."""

import pytest

from worker.extract.clues import Found
from worker.extract.language import language
from worker.model import Source


@pytest.mark.parametrize(
    ("headline", "code"),
    [
        ("Presidente anuncia novas medidas contra a inflação", "pt"),
        ("El gobierno aprueba la ley de vivienda", "es"),
        ("Regeringen vill sänka skatten för pensionärer", "sv"),
        ("Bundesregierung will Steuern für Familien senken", "de"),
        ("Le gouvernement annonce une baisse des impôts", "fr"),
        ("Il governo annuncia nuove misure per le imprese", "it"),
        ("习近平会见法国总统", "zh"),
        ("प्रधानमंत्री ने नई योजना की घोषणा की", "hi"),
        ("Police shoot teenage protester as demonstrations continue", "en"),
        ("Queen agrees to suspend Parliament ahead of deadline", "en"),
    ],
)
def test_a_headline_is_in_a_language_that_news_is_written_in(headline: str, code: str) -> None:
    found = language(headline, [])
    assert found is not None
    assert found.value.code == code
    assert 0 <= found.value.confidence <= 1


def test_where_the_text_does_not_tell_the_page_does() -> None:
    found = language("Taxi hotel", [Found("sv-SE", Source.META)])
    assert found is not None
    assert (found.value.code, found.source) == ("sv", Source.META)


@pytest.mark.parametrize("text", ["", "123 — 456", "\n"])
def test_without_letters_there_is_no_language(text: str) -> None:
    assert language(text, []) is None


@pytest.mark.parametrize("text", ["ʘ", "ꙮ", "𓀀𓀁", "Ω", "a"])
def test_any_letter_has_a_code_of_two_letters(text: str) -> None:
    found = language(text, [])
    assert found is not None
    assert len(found.value.code) == 2
