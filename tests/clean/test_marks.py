"""What is counted for all lines of a page at once is what is counted line by line."""

import gzip
import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from worker.clean.characters import tidy_lines
from worker.clean.cues import CHARACTERS_A_WORD, Cue, cue, cues, cues_of
from worker.clean.cuts import Piece
from worker.clean.lines.features import features
from worker.clean.lines.marks import marked, words_in
from worker.clean.words import count_words, lowercase_share
from worker.model import BoilerplateReason

SAMPLES = Path(__file__).parents[2] / "samples" / "articles.jsonl.gz"
ALPHABET = st.one_of(st.sampled_from("aÄßǅİ9_'’.- |©:東京한"), st.characters())
LINES = st.lists(st.text(ALPHABET, min_size=1, max_size=40), max_size=8)


@given(LINES)
@settings(max_examples=300, derandomize=True)
def test_words_and_small_initials_are_counted_alike(given_lines: list[str]) -> None:
    lines = tidy_lines("\n".join(given_lines))
    if not lines:
        return
    assert words_in(marked(lines)).tolist() == [count_words(line) for line in lines]
    seen = features([Piece(line) for line in lines])
    assert [line.lowercase for line in seen.lines] == [lowercase_share(line) for line in lines]


def test_what_is_looked_for_first_keeps_no_cue_from_being_found() -> None:
    lines = list(dict.fromkeys(line for page in _pages() for line in tidy_lines(page)))
    words = [count_words(line) for line in lines]
    found = cues_of(lines, words)
    assert found == [_thoroughly(line, count) for line, count in zip(lines, words, strict=True)]
    assert found == [cue(line, count) for line, count in zip(lines, words, strict=True)]
    assert sum(reason is not None for reason in found) > len(lines) / 20


def _pages() -> list[str]:
    with gzip.open(SAMPLES, "rt", encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    return [
        text.swapcase() if i % 2 else text for i, text in enumerate(page["text"] for page in pages if "text" in page)
    ]


def _thoroughly(line: str, words: int) -> BoilerplateReason | None:
    """The first cue that fits, each pattern of each tried."""
    return next((each.reason for each in cues() if _fits(each, line, words)), None)


def _fits(each: Cue, line: str, words: int) -> bool:
    if words > each.max_words or len(line) > CHARACTERS_A_WORD * each.max_words:
        return False
    return each.opening.match(line) is not None or each.inside.search(line) is not None
