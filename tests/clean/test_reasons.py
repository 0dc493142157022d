"""Why things are removed: one true example of each reason, from a page as text."""

import pytest

from tests.clean.pages import PARAGRAPHS, cleaned, removed
from worker.model import BoilerplateReason

ONE, TWO, THREE = PARAGRAPHS
HEADLINE = "Harbour town rebuilds its pier"
BEFORE = {
    "cookie-notice": "We and our partners use cookies to improve your experience. Accept all",
    "navigation": "Menu",
    "metadata": "Published 12 March 2024 at 10:30",
    "byline": "By Ann Lee",
    "title": HEADLINE,
}
INSIDE = {
    "advertisement": "Advertisement",
    "caption": "Photo: Ann Lee/Getty Images",
}
BEHIND = {
    "share-bar": "Share on Facebook",
    "subscription": "Sign up for our newsletter",
    "related-links": "Read more: Storm breaks the pier",
    "comment": "Leave a comment",
    "copyright": "© 2024 The Harbour Herald. All rights reserved.",
    "other": "The Harbour Herald, 12 Quay Street",
}


def page_with_all() -> list[tuple[str, str]]:
    lines = [*BEFORE.values(), ONE, *INSIDE.values(), TWO, TWO, THREE, *BEHIND.values()]
    return removed(cleaned(*lines))


@pytest.mark.parametrize(("reason", "line"), [*BEFORE.items(), *INSIDE.items(), *BEHIND.items(), ("repeated", TWO)])
def test_what_is_removed_says_why(reason: str, line: str) -> None:
    assert (reason, line) in page_with_all()


def test_the_table_has_every_reason_that_cleaning_gives() -> None:
    cut_by_extraction = {"dateline"}
    told = {*BEFORE, *INSIDE, *BEHIND, "repeated"}
    assert told | cut_by_extraction == {reason.value for reason in BoilerplateReason}
