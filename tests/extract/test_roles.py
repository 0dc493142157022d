"""What elements say that they are for."""

import pytest

from worker.clean.html.parse import parse
from worker.extract.roles import AUTHOR, BESIDE, DATE, KICKER, STANDFIRST, roles_of

ROWS = [
    ('class="byline"', AUTHOR),
    ('class="Article-Author is-large"', AUTHOR),
    ('class="authorName"', AUTHOR),
    ('class="author" id="author-bio"', 0),
    ('itemprop="author" class="vcard"', AUTHOR),
    ('class="entry-date published"', DATE),
    ('class="update"', 0),
    ('class="postDate"', DATE),
    ('class="dateline"', DATE),
    ('class="c-lead"', STANDFIRST),
    ('class="leaderboard"', 0),
    ('class="mislead"', 0),
    ('class="article__kicker"', KICKER),
    ('class="related-stories"', BESIDE),
    ('data-testid="byline"', AUTHOR),
    ('href="/author/ann"', 0),
    ("", 0),
]


@pytest.mark.parametrize(("attributes", "expected"), ROWS)
def test_an_element_plays_what_it_speaks_for_and_not_against(attributes: str, expected: int) -> None:
    tree = parse(f"<p><span {attributes}>text</span></p>")
    assert tree is not None
    assert roles_of(next(tree.iter("span"))) == expected
