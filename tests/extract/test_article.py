"""Whole pages: fields from markup, and what must hold of any input whatever."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clean.pages import PARAGRAPHS, html, paragraphs, raw
from worker.clean import clean
from worker.extract import extract
from worker.model import Article, Form, RawArticle

URL = "https://www.harbour-post.example/news/2022/03/28/pier"
HEAD = """
<title>The pier is rebuilt | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="og:title" content="The pier is rebuilt">
<meta property="og:image" content="/pier.jpg">
<meta property="article:section" content="Harbour">
<meta name="description" content="After the storm the town gets its pier back, and the region pays.">
<link rel="canonical" href="/news/pier">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": ["NewsArticle"], "headline": "The pier is rebuilt &amp; paid",
 "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Harbour Radio"}],
 "datePublished": "2022-03-28T17:28:00+02:00", "dateModified": "2022-03-29T08:00:00+02:00",
 "image": {"url": "https://www.harbour-post.example/pier.jpg?w=900", "caption": "The pier", "creditText": "Bob Roe"}}]}
</script>
"""


def read(content: str, form: Form = Form.HTML, **said: str) -> Article:
    page = raw(content, form, **said)
    return extract(page, clean(page))


def test_the_fields_of_a_page_with_markup() -> None:
    article = read(html("<article><h1>The pier is rebuilt</h1>", paragraphs(), "</article>", head=HEAD), url=URL)
    assert article.title == "The pier is rebuilt"
    assert article.standfirst == "After the storm the town gets its pier back, and the region pays."
    assert [(a.name, a.kind.value) for a in article.authors] == [
        ("Ann Lee", "person"),
        ("Harbour Radio", "organisation"),
    ]
    assert (article.published_at, article.modified_at) == ("2022-03-28T17:28:00+02:00", "2022-03-29T08:00:00+02:00")
    assert (article.site, article.section) == ("The Harbour Post", "Harbour")
    assert article.canonical_url == "https://www.harbour-post.example/news/pier"
    assert [(i.url, i.caption, i.credit) for i in article.images] == [
        ("https://www.harbour-post.example/pier.jpg?w=900", "The pier", "Bob Roe")
    ]
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.provenance == {
        "title": "markup",
        "standfirst": "meta",
        "authors": "json-ld",
        "published_at": "json-ld",
        "modified_at": "json-ld",
        "language": "text",
        "canonical_url": "meta",
        "site": "meta",
        "section": "meta",
        "images": "json-ld",
        "reading_time_minutes": "text",
    }


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[]",
        "null",
        "[" * 100_000,
        '{"@type": 7}',
        '{"@type": "NewsArticle", "author": [[{}]], "headline": ["a"]}',
        "//",
    ],
)
def test_json_ld_that_says_nothing_does_no_harm(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script><title>The pier</title>'
    assert read(html(paragraphs(), head=head)).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("text", "hint", "code"),
    [
        (" ".join(PARAGRAPHS), "de", "en"),
        ("Der Rat der kleinen Hafenstadt hat am Dienstag beschlossen, die Mole wieder aufzubauen.", None, "de"),
        ("Le conseil municipal a décidé mardi de reconstruire la jetée détruite par la tempête.", "en", "fr"),
        ("市议会周二投票决定重建去年冬天被风暴摧毁的码头，渔民们已经等待这个决定好几个月了。", None, "zh"),
        ("No comment, no.", "nl", "nl"),
    ],
)
def test_the_text_tells_the_language_or_else_the_sender(text: str, hint: str | None, code: str) -> None:
    said = {"language": hint} if hint else {}
    article = read(text, Form.TEXT, **said)
    assert article.language is not None
    assert article.language.code == code


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [(["4 min read", *PARAGRAPHS], 4), (["Lesezeit", *PARAGRAPHS], 1), ([*PARAGRAPHS] * 1, 1), (["", ""], None)],
)
def test_the_reading_time_is_the_pages_own_or_counted(lines: list[str], minutes: int | None) -> None:
    assert read("\n".join(lines), Form.TEXT).reading_time_minutes == minutes


def check(article: Article) -> None:
    """What holds of every article: exact paragraphs, tidy values, a source for each and none besides."""
    cut = [article.text[p.start : p.end] for p in article.paragraphs]
    assert "\n\n".join(cut) == article.text
    values = [article.title, article.standfirst, article.site, article.section, *cut]
    values += [author.name for author in article.authors] + [line.text for line in article.removed]
    values += [value for image in article.images for value in (image.caption, image.credit)] + list(article.tags)
    if article.dateline:
        values += [article.dateline.text, article.dateline.place, article.dateline.agency]
    for value in values:
        assert value is None or value == " ".join(value.split()) != ""
    for key in (
        "title",
        "standfirst",
        "authors",
        "published_at",
        "modified_at",
        "language",
        "site",
        "section",
        "images",
        "dateline",
        "tags",
    ):
        assert bool(getattr(article, key)) == (key in article.provenance)
    for moment in (article.published_at, article.modified_at, article.dateline.date if article.dateline else None):
        assert moment is None or re.fullmatch(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?", moment)
    article.text.encode()


WORDS = st.sampled_from(
    [
        *PARAGRAPHS,
        *("Advertisement", "By Ann Lee", "28 March 2022", "Read more: x", "cookies", "•", "©", "\x00"),
        *(
            "LONDON (AP) — ",
            "Published",
            "Updated: 29.3.22",
            "Photo: ",
            "(Reporting by Ann Lee)",
            "Ann Lee",
            "Von",
            "|",
        ),
    ]
)
TAGS = st.sampled_from(
    [
        *(
            "p",
            "div",
            "span",
            "h1",
            "h2",
            "li",
            "tr",
            "td",
            "a",
            "script",
            "article",
            "nav",
            "figure",
            "time",
            "strong",
        ),
        *(
            'p class="byline"',
            'span class="date"',
            'p class="standfirst"',
            'span class="kicker"',
            "figcaption",
            "aside",
        ),
    ]
)
NODES = st.recursive(
    st.one_of(WORDS, st.text(max_size=30)),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>", TAGS, st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=500), st.lists(WORDS, max_size=30).map("\n".join)))
def test_any_text_becomes_an_article(content: str) -> None:
    check(read(content, Form.TEXT, url=URL))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.one_of(
        st.text(max_size=300), st.lists(NODES, max_size=8).map("".join), NODES.map(lambda node: html(node, head=HEAD))
    )
)
def test_any_html_becomes_an_article(content: str) -> None:
    check(read(content, Form.HTML))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(max_size=100), st.text(max_size=100))
def test_any_value_in_the_head_is_harmless(key: str, value: str) -> None:
    head = f"<title>{value}</title><meta property='{key}' content='{value}'><link rel='canonical' href='{value}'>"
    for name in ("author", "article:published_time", "og:image", "og:title", "description", "og:locale"):
        head += f'<meta property="{name}" content="{value}">'
    check(read(html(paragraphs(), head=head)))


def test_the_same_page_gives_the_same_article() -> None:
    page = RawArticle(id="a", form=Form.HTML, content=html(paragraphs(), head=HEAD), url=URL)
    assert extract(page, clean(page)) == extract(page, clean(page))
