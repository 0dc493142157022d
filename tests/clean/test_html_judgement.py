"""The learned judgement: what it is told, and that its parts agree on what a segment is."""

import numpy as np
import pytest

from tests.clean.pages import PARAGRAPHS, html
from worker.clean.html.clues import PageClues
from worker.clean.html.features import Rows, features
from worker.clean.html.judgement import AT_ONCE, model, probabilities
from worker.clean.html.parse import parse
from worker.clean.html.segments import segments_of
from worker.clean.html.trees import tree_odds


def rows_of(*body: str) -> Rows:
    tree = parse(html(*body))
    assert tree is not None
    page = segments_of(tree)
    assert page is not None
    return features(page, PageClues())


def test_every_figure_that_the_model_asks_for_is_there() -> None:
    assert set(model().names) <= set(rows_of("<p>one</p>"))


@pytest.mark.parametrize("paragraphs", [1, 2, 40, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1])
def test_each_segment_has_a_probability(paragraphs: int) -> None:
    chances = probabilities(rows_of(f"<p>{PARAGRAPHS[0]}</p>" * paragraphs))
    assert chances.shape == (paragraphs,)
    assert ((chances > 0) & (chances < 1)).all()


def test_trees_say_what_their_questions_lead_to_when_asked_one_by_one() -> None:
    rows = rows_of("<h1>A pier</h1>", *(f"<p>{text}</p>" for text in PARAGRAPHS))
    trees = model().trees
    table = np.array([rows[name] for name in model().names], dtype=np.float32)
    expected = [
        sum(
            float(trees.values[tree, sum((segment[trees.figures[q]] > trees.thresholds[q]) << i for i, q in asked)])
            for tree, asked in enumerate(list(enumerate(questions)) for questions in trees.questions.T)
        )
        for segment in table.T
    ]
    assert np.allclose(tree_odds(trees, table), np.array(expected) + trees.bias, atol=1e-3)
