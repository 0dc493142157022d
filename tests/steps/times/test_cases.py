"""Sentences written for what they show; `cases.txt` holds them, phenomenon by phenomenon."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from worker.steps.times.step import read

PUBLISHED = date(2022, 3, 16)
UNDATED = "without a day of publication"
_MARK = re.compile(r"(?<!\[)\[(\[?[^\[\]]+(?:\][^\[\]]+)?)\]")


def cases() -> Iterator[tuple[str, str]]:
    """Each line of the table with the phenomenon it stands under."""
    phenomenon = ""
    for line in (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            phenomenon = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            yield phenomenon, line


def expected(line: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The bare sentence, and the text, type and value of each expression that is marked in it."""
    marked, _, said = line.partition(" => ")
    texts = _MARK.findall(marked)
    values = [value.rpartition(" ") for value in said.split(" | ")] if said else []
    rows = zip(texts, values, strict=True)
    return _MARK.sub(r"\1", marked), [(text, kind or "DATE", value) for text, (kind, _, value) in rows]


@pytest.mark.parametrize(("phenomenon", "line"), list(cases()))
def test_a_sentence_is_read_as_its_author_meant(phenomenon: str, line: str) -> None:
    sentence, wanted = expected(line)
    found = read(sentence, None if phenomenon == UNDATED else PUBLISHED)
    assert [(time.text, str(time.type), time.value) for time in found] == wanted


def test_there_are_enough_cases_of_each_phenomenon() -> None:
    phenomena = [phenomenon for phenomenon, _ in cases()]
    assert len(phenomena) >= 150
