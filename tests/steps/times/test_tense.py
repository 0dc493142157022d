"""What a sentence looks at: back, ahead, or neither."""

import pytest

from worker.steps.times.scene import Scene
from worker.steps.times.tense import FUTURE, PAST, UNCLEAR, tense
from worker.steps.times.tokens import tokens


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("He left on Friday.", PAST),
        ("He said on Friday that he will leave.", PAST),
        ("He will leave on Friday.", FUTURE),
        ("On Friday, he will leave.", FUTURE),
        ("On Friday, he left.", PAST),
        ("It is to be decided on Friday.", FUTURE),
        ("It could have been decided on Friday.", PAST),
        ("The case is heard on Friday.", UNCLEAR),
        ("They hope to meet on Friday.", FUTURE),
        ("They are meeting on Friday.", FUTURE),
        ("They need bread on Friday.", UNCLEAR),
        ("Friday's vote will be close.", PAST),
        ("The march planned for Friday was cancelled.", PAST),
        ("They have until Friday to answer.", FUTURE),
        ("He left. A dinner on Friday.", UNCLEAR),
        ("Sen. Smith left U.S. troops on Friday.", PAST),
        ("He left\non Friday", UNCLEAR),
    ],
)
def test_the_nearest_verb_tells(sentence: str, told: int) -> None:
    scene = Scene(sentence, tokens(sentence), None)
    friday = next(index for index in range(len(scene.tokens.items)) if scene.word(index) == "Friday")
    assert tense(scene, friday, friday + 1) == told
