"""Where quotation marks open and close."""

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from worker.steps.quotations.marks import quoted

CASES = [
    ('"A b," he said. "C d."', ['"A b,"', '"C d."']),
    ("“A b,” he said. “C d.”", ["“A b,”", "“C d.”"]),
    ("''It's good,'' she said.", ["''It's good,''"]),
    ("``It is good,'' she said.", ["``It is good,''"]),
    ("‘We won’t go,’ he said of the ’90s.", ["‘We won’t go,’"]),
    ("'We won't go,' he said.", ["'We won't go,'"]),
    ("He didn't call it 'the voters' choice', he said.", ["'the voters' choice'"]),
    ("The voters' choice and the miners' strike.", []),
    ("He's seen rock 'n' roll in the '60s.", []),
    ("«Bon», dit le ministre.", ["«Bon»"]),
    ("„Gut“, sagte der Minister.", ["„Gut“"]),
    ("It “had ‘no sense’ at all,” he said.", ["“had ‘no sense’ at all,”"]),
    ("He said “one “two” three” and left.", ["“one “two” three”"]),
    ('It was 5" long and "nice".', ['"nice"']),
    ("A site called “Cape Wins“ that sells land.", ["“Cape Wins“"]),
    ('"Mixed marks,” he said.', ['"Mixed marks,”']),
    ("the “denazification” of", ["“denazification”"]),
    ("(“In brackets,” he said)", ["“In brackets,”"]),
    ("He paused—“why?”—and left.", ["“why?”"]),
    ('"', []),
    ("no marks at all", []),
    ("“ ”", []),
]
UNBALANCED = [
    ("“Never closed, and so it goes", ["“Never closed, and so it goes"]),
    ("“One, he said. “Two.”", ["“One,", "“Two.”"]),
    ('Its first mark was lost," he said.', ['Its first mark was lost,"']),
    ("He left” and came back.", []),
    ('He said "this and that. "Now this."', ['"this and that.', '"Now this."']),
]


def found(text: str) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in quoted(text, 0, len(text))]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_stretches_are_paired_whatever_their_marks(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), UNBALANCED)
def test_a_mark_without_its_partner_costs_no_other(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_only_a_stretch_that_the_paragraph_cuts_off_is_open_ended() -> None:
    text = "“One.” “Two"
    assert [stretch.open_ended for stretch in quoted(text, 0, len(text))] == [False, True]


def test_a_paragraph_is_read_within_its_bounds() -> None:
    text = "“out” “in” “out”"
    assert [(stretch.start, stretch.end) for stretch in quoted(text, 6, 10)] == [(6, 10)]


@given(st.lists(st.sampled_from([*"\"'“”‘’«»„`", "''", " ", "word", "5", ".", ",", "s", "—"]), max_size=40))
@hypothesis_settings(max_examples=300, derandomize=True, deadline=None)
def test_stretches_lie_in_the_text_in_order_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    before = 0
    for stretch in quoted(text, 0, len(text)):
        assert before <= stretch.start <= stretch.inner_start <= stretch.inner_end <= stretch.end <= len(text)
        before = stretch.end
