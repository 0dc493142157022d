"""HTML pages: those that say that nothing is there, and articles that only speak of such pages."""

import pytest

from tests.clean.pages import PARAGRAPHS, html, paragraphs, raw
from worker.clean import clean
from worker.clean.html.missing import says_not_found
from worker.model import Form, SkipReason

SORRY = "<p>We could not find what you were looking for. Try the search, or one of the stories of today below.</p>"


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "Page not found | The Harbour Post",
        "The Harbour Post - Page Not Found",
        "404: Page not found",
        "Error 404 – The Harbour Post",
        "Seite nicht gefunden | Hafenblatt",
        "Page introuvable - Le Quai",
        "Página no encontrada · El Muelle",
        "ページが見つかりません",
    ],
)
def test_a_title_that_says_not_found_is_known(title: str) -> None:
    assert says_not_found([title])


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Missing boat not found after a week of search | The Harbour Post",
        "What a 404 error means, and what to do about it",
        "Page not found: how the town lost its archive",
        "Route 404 to be closed in spring",
    ],
)
def test_a_headline_that_speaks_of_it_is_none(title: str) -> None:
    assert not says_not_found([title])


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Page not found | The Harbour Post</title>", SORRY),
        ("<title>The Harbour Post</title>", f"<h1>404</h1>{SORRY}"),
        ("<meta property='og:title' content='Seite nicht gefunden'>", SORRY),
    ],
)
def test_an_error_page_is_skipped_as_not_found(head: str, body: str) -> None:
    assert clean(raw(html(body, head=head), Form.HTML)).skip is SkipReason.NOT_FOUND


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Harbour town rebuilds its pier", f"<article>{paragraphs()}</article>"),
        ("404", "<article>" + "".join(f"<p>{n} {text}</p>" for n in range(3) for text in PARAGRAPHS) + "</article>"),
    ],
)
def test_a_page_with_an_article_is_kept_whatever_its_title(title: str, body: str) -> None:
    assert clean(raw(html(body, head=f"<title>{title}</title>"), Form.HTML)).skip is None
