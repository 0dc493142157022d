"""HTML pages: one true example of each reason for which text is removed."""

import pytest

from tests.clean.pages import PARAGRAPHS, html, paragraphs, raw, removed, texts
from worker.clean import Cleaned, clean
from worker.model import BoilerplateReason, Form

TITLE = "Harbour town votes to rebuild its broken pier"
HEAD = f"<title>{TITLE} | The Harbour Post</title><meta property='og:title' content='{TITLE}'>"
EXAMPLES = {
    "cookie-notice": (
        "<div class='cookie-banner'><p>We use cookies to improve your experience and to show you offers.</p></div>",
        "We use cookies to improve your experience and to show you offers.",
    ),
    "navigation": ("<nav><ul><li><a href='/s'>Sport and leisure</a></li></ul></nav>", "Sport and leisure"),
    "related-links": (
        "<div class='related-stories'><a href='/2'>Storm leaves ten thousand homes in the dark</a></div>",
        "Storm leaves ten thousand homes in the dark",
    ),
    "share-bar": ("<div class='social-share'><a href='#f'>Send it to a friend</a></div>", "Send it to a friend"),
    "byline": ("<div class='byline'>By <a href='/a'>Ann Rivers</a></div>", "By Ann Rivers"),
    "caption": (
        "<figure><img src='p.jpg'><figcaption>The pier after the storm, seen from the lighthouse</figcaption></figure>",
        "The pier after the storm, seen from the lighthouse",
    ),
    "advertisement": ("<div>Advertisement</div>", "Advertisement"),
    "subscription": (
        "<div class='newsletter-box'><p>The best of the week, every Sunday, for free.</p></div>",
        "The best of the week, every Sunday, for free.",
    ),
    "copyright": (
        "<div><p>© 2024 The Harbour Post. All rights reserved.</p></div>",
        "© 2024 The Harbour Post. All rights reserved.",
    ),
    "repeated": (f"<blockquote class='pull'><p>{PARAGRAPHS[1]}</p></blockquote>", PARAGRAPHS[1]),
    "metadata": ("<div>March 12, 2024 at 10:15</div>", "March 12, 2024 at 10:15"),
    "comment": (
        "<div id='comments'><ul><li class='comment'>I never liked that pier, honestly.</li></ul></div>",
        "I never liked that pier, honestly.",
    ),
    "title": (f"<h1>{TITLE}</h1>", TITLE),
    "other": (
        "<div style='display:none'><p>Nothing was found for these words in any of the years.</p></div>",
        "Nothing was found for these words in any of the years.",
    ),
}


def page(markup: str) -> Cleaned:
    """The example after the article, but for a headline, which stands before it."""
    before, after = (markup, "") if markup.startswith("<h1") else ("", markup)
    return clean(raw(html(before, "<article>", paragraphs(), "</article>", after, head=HEAD), Form.HTML))


def test_there_is_an_example_of_every_reason() -> None:
    cut_by_extraction = {"dateline"}
    assert set(EXAMPLES) | cut_by_extraction == {reason.value for reason in BoilerplateReason}


@pytest.mark.parametrize(("reason", "markup", "text"), [(reason, *example) for reason, example in EXAMPLES.items()])
def test_what_is_removed_is_told_with_its_reason(reason: str, markup: str, text: str) -> None:
    cleaned = page(markup)
    assert (reason, text) in removed(cleaned)
    assert texts(cleaned) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        (f"<div class='article__standfirst'><p>{PARAGRAPHS[2]}</p></div>", PARAGRAPHS[2]),
        (f"<p class='lead'>{PARAGRAPHS[2]}</p>", PARAGRAPHS[2]),
    ],
)
def test_a_standfirst_between_headline_and_text_is_kept(markup: str, kept: str) -> None:
    source = html(f"<h1>{TITLE}</h1>", markup, "<article>", *(f"<p>{p}</p>" for p in PARAGRAPHS[:2]), "</article>")
    assert texts(clean(raw(source, Form.HTML)))[0] == kept


def test_a_text_that_only_a_script_holds_is_found_there() -> None:
    body = "\\n".join(PARAGRAPHS)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    page = html("<div id='app'>Loading</div>", head=head)
    assert texts(clean(raw(page, Form.HTML))) == list(PARAGRAPHS)


NO_ARTICLE = {
    "a wall of consent": "<div class='consent'><button>Accept all</button><button>Reject all</button></div>",
    "an index": "<ul>" + "".join(f"<li><a href='/{n}'>Story number {n} of today</a></li>" for n in range(60)) + "</ul>",
    "not found": "<h1>404</h1><p>Page not found</p><a href='/'>Home</a>",
    "a player": "<video src='a.mp4'></video><button>Play</button>",
    "scripts": "<script>" + "var a = 1;" * 1000 + "</script><noscript>Please enable JavaScript</noscript>",
}


@pytest.mark.parametrize("body", NO_ARTICLE.values(), ids=NO_ARTICLE.keys())
def test_a_page_without_an_article_gives_next_to_nothing(body: str) -> None:
    assert sum(len(text) for text in texts(clean(raw(html(body), Form.HTML)))) < 200
