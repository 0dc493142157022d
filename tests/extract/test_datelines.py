"""What agencies put at the front of a story, and what only looks like it."""

import pytest

from worker.clean import Block
from worker.extract.credits import cut_credits, reporters
from worker.extract.datelines import cut_dateline
from worker.model import ParagraphKind

REST = "The talks will go on for a week, a spokesman said."
DATELINES = [
    ("ISTANBUL, March 28 (Reuters) - ", "Istanbul", "2022-03-28", "Reuters"),
    ("WASHINGTON (AP) — ", "Washington", None, "AP"),
    ("SPRINGFIELD, Ill. (AP) — ", "Springfield, Ill.", None, "AP"),
    ("ST. LOUIS — ", "St. Louis", None, None),
    ("LOS ANGELES -- ", "Los Angeles", None, None),
    ("RAJSHAHI, Dec 20, 2021 (BSS) - ", "Rajshahi", "2021-12-20", "BSS"),
    ("Berlin/Brüssel (dpa/lno) – ", "Berlin/Brüssel", None, "dpa/lno"),
    ("Wiesbaden (KNA). ", "Wiesbaden", None, "KNA"),
    ("Düsseldorf, 22. November 2021 - ", "Düsseldorf", "2021-11-22", None),
    ("Bern, 17.08.2021 - ", "Bern", "2021-08-17", None),
    ("Paris (AFP) - ", "Paris", None, "AFP"),
    ("Madrid, 28 mar (EFE).- ", None, None, None),
    ("LONDON, Dec 30 (Reuters) - ", "London", "2021-12-30", "Reuters"),
    ("(Reuters) - ", None, None, "Reuters"),
]


@pytest.mark.parametrize(("head", "place", "day", "agency"), DATELINES)
def test_a_dateline_is_read_and_cut(head: str, place: str | None, day: str | None, agency: str | None) -> None:
    blocks, found = cut_dateline([Block(text=head + REST)], "2022-03-28T17:28:00+05:30")
    if not (place or agency):
        assert found is None
        return
    assert found is not None
    assert (found.text, found.place, found.date, found.agency) == (head.strip(), place, day, agency)
    assert [block.text for block in blocks] == [REST]


@pytest.mark.parametrize(
    "text",
    [
        f"BREAKING — {REST}",
        f"Editor’s Note, March 28, 2022: {REST}",
        f"NASA (the agency) said so. {REST}",
        f"The pier (built 1890) - {REST}",
        f"Well - {REST}",
        "WASHINGTON (AP) —",
        REST,
        "",
    ],
)
def test_what_is_no_dateline_stays(text: str) -> None:
    blocks = (Block(text=text),)
    assert cut_dateline(blocks, None) == (blocks, None)


def test_a_dateline_may_stand_under_a_standfirst_but_not_in_a_heading() -> None:
    first, second = Block(text=REST), Block(text=f"PARIS — {REST}")
    blocks, found = cut_dateline([first, second], None)
    assert found is not None
    assert blocks == (first, first)
    heading = (Block(text=f"PARIS — {REST}", kind=ParagraphKind.HEADING),)
    assert cut_dateline(heading, None) == (heading, None)


def test_the_credits_under_a_story_are_cut_and_name_its_reporters() -> None:
    line = "(Reporting by Ann Lee and Bob Roe; Editing by Cy Doe)"
    blocks, lines = cut_credits([Block(text=REST), Block(text=line)])
    assert [block.text for block in blocks] == [REST]
    assert [signature.value for signature in reporters([block.text for block in lines])] == ["Ann Lee and Bob Roe"]
