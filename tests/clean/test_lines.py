"""The numbers that the network sees of a page's lines, and the network itself."""

import re
from importlib.resources import as_file, files

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.clean.pages import PARAGRAPHS, cleaned, texts
from worker.clean import lines as package
from worker.clean.characters import tidy_lines
from worker.clean.cues import cue
from worker.clean.cuts import Piece
from worker.clean.lines.cohesion import WIDTH as COHESION_WIDTH
from worker.clean.lines.cohesion import cohesion
from worker.clean.lines.columns import columns
from worker.clean.lines.features import features
from worker.clean.lines.network import Network, logits
from worker.clean.lines.place import WIDTH as PLACE_WIDTH
from worker.clean.lines.place import place
from worker.clean.lines.sentences import split
from worker.clean.pieces import pieces_of
from worker.clean.stretch import main_text
from worker.clean.words import count_words, lowercase_share

ONE, TWO, THREE = PARAGRAPHS
WORDS = re.compile(r"\w+(?:['’-]\w+)*")


def test_the_networks_in_numpy_say_what_the_networks_in_training_said() -> None:
    """`training/lines` stores a page with its log-odds beside the weights."""
    with as_file(files(package) / "weights.npz") as path, np.load(path) as stored:
        weights = {name: stored[name].astype(np.float32) for name in stored.files}
        wanted, buckets = stored["check_logits"], stored["check_buckets"]
        given_columns = weights["check_columns"] * weights["deviation"] + weights["mean"]
    sixteen_bits = 0.05
    assert np.abs(Network(weights).logits(given_columns, buckets) - wanted).max() < sixteen_bits


@given(st.lists(st.text(max_size=300), max_size=40))
def test_every_text_has_finite_numbers_of_one_width(given_lines: list[str]) -> None:
    pieces = pieces_of(tidy_lines("\n".join(given_lines)))
    if not pieces:
        return
    seen = features(pieces)
    numbers, buckets = columns(seen, main_text(seen.lines))
    assert numbers.shape[0] == buckets.shape[0] == len(pieces)
    assert np.isfinite(numbers).all()
    assert np.isfinite(logits(numbers, buckets)).all()
    assert place(seen, main_text(seen.lines)).shape[1] == PLACE_WIDTH
    assert cohesion(seen, 0).shape[1] == COHESION_WIDTH


@given(st.lists(st.text(max_size=100), max_size=20))
@example(["Don’t. U.S.-led 'tis a_b -c", "東京で 3.5 million", "ǅ A1 ... (End.) Next", "x"])
def test_lines_counted_at_once_count_like_each_by_itself(given_lines: list[str]) -> None:
    lines = tidy_lines("\n".join(given_lines))
    if not lines:
        return
    seen = features([Piece(line) for line in lines])
    assert [line.words for line in seen.lines] == [count_words(line) for line in lines]
    assert [line.lowercase for line in seen.lines] == [lowercase_share(line) for line in lines]
    assert [line.cue for line in seen.lines] == [cue(line, count_words(line)) for line in lines]
    assert seen.words.counts.tolist() == [len(WORDS.findall(line)) for line in lines]


def test_a_line_that_shares_the_subject_of_the_beginning_hangs_together_with_it() -> None:
    same = "The council will rebuild the harbour pier in spring, the fishermen were told."
    other = "Quarterly earnings of semiconductor makers disappointed investors across several exchanges."
    again = "Semiconductor earnings disappointed investors, quarterly reports of several makers confirmed."
    rows = cohesion(features([Piece(line) for line in (ONE, TWO, THREE, same, other, again)]), 0)
    like_the_beginning = 7
    assert rows[3, like_the_beginning] > rows[4, like_the_beginning]


@pytest.mark.parametrize("blanks", [99, 100, 400])
def test_a_long_line_is_split_into_its_sentences_and_nothing_of_it_is_lost(blanks: int) -> None:
    sentence = "The council voted on Tuesday to rebuild the pier."
    line = " ".join([sentence] * (blanks // 9 + 1))
    pieces = split([Piece(line)])
    assert " ".join(piece.text for piece in pieces) == line
    assert [piece.continues for piece in pieces] == [i > 0 for i in range(len(pieces))]
    assert (len(pieces) > 1) == (line.count(" ") >= 100)


def test_sentences_of_one_line_are_one_paragraph_again() -> None:
    more = (
        "The mayor said after the meeting that the new pier would be longer and lower than the old one.",
        "It is to rest on steel rather than on the oak that had carried boats and people for a hundred years.",
        "A first plan had foreseen a car park beside the harbour, which the council dropped after protests.",
    )
    long = " ".join([*PARAGRAPHS, *more])
    (block,) = cleaned(long, "© 2024 The Harbour Herald", "All rights reserved.").blocks
    assert block.text == long


def test_articles_without_furniture_are_kept_whole() -> None:
    assert texts(cleaned(*PARAGRAPHS)) == list(PARAGRAPHS)
