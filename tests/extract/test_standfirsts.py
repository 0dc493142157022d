"""What is taken for the standfirst, of what readers see at the headline and machines are told."""

import pytest

from worker.clean import Block
from worker.extract.clues import Deck, Found
from worker.extract.standfirsts import standfirst
from worker.model import Source

BODY = [Block(text="On Tuesday the council met to hear the fishermen, and nobody agreed with anybody else about it.")]
LINE = "The harbour will have a new pier in spring, the council has decided."


@pytest.mark.parametrize(
    ("shown", "described", "found"),
    [
        ([Deck(LINE)], [], LINE),
        ([Deck(f"{LINE} Von Eva Kirchner-Rätsch")], [], LINE),
        ([Deck(f"{LINE} By Ann Lee")], [], LINE),
        ([], [f"{LINE} Par Anne Dupont"], LINE),
        ([Deck("Tickets and opening hours of the summer season.", near=False)], [LINE], LINE),
        ([Deck("A new pier")], [], None),
        ([], ["The harbour will have a new pier in spring, the coun..."], None),
    ],
)
def test_a_standfirst_is_a_whole_text_without_the_byline(
    shown: list[Deck], described: list[str], found: str | None
) -> None:
    clue = standfirst(shown, [Found(value, Source.META) for value in described], BODY, Found("A pier", Source.META))
    assert (clue.value if clue else None) == found
