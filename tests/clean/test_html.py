"""HTML pages: kinds, what is removed, and that the page itself stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.clean.pages import PARAGRAPHS, html, paragraphs, raw, removed, texts
from worker.clean import Cleaned, clean
from worker.model import Form, ParagraphKind

ONE, TWO, THREE = PARAGRAPHS
MENU = "<nav><ul><li><a href='/n'>News</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
FRAME = f"<header><a href='/'>The Harbour Post</a></header>{MENU}"


def page(*body: str) -> Cleaned:
    return clean(raw(html(FRAME, "<article>", *body, "</article>"), Form.HTML))


@pytest.mark.parametrize(
    ("markup", "text", "kind"),
    [
        ("<h2>What comes next</h2>", "What comes next", ParagraphKind.HEADING),
        ("<ul><li>one boat and its nets</li><li>two</li></ul>", "one boat and its nets", ParagraphKind.LIST_ITEM),
        (
            "<blockquote><p>We waited, said the oldest of them.</p></blockquote>",
            "We waited, said the oldest of them.",
            ParagraphKind.QUOTE,
        ),
        (
            "<table><tr><td>boats</td><td>12</td></tr><tr><td>nets</td><td>30</td></tr></table>",
            "boats | 12",
            ParagraphKind.TABLE,
        ),
        (
            "<p>A word in <b>bold</b> and a <a href='/x'>link</a>.</p>",
            "A word in bold and a link.",
            ParagraphKind.PARAGRAPH,
        ),
    ],
)
def test_a_block_has_the_kind_of_its_element(markup: str, text: str, kind: ParagraphKind) -> None:
    blocks = page(f"<p>{ONE}</p>", markup, f"<p>{TWO}</p><p>{THREE}</p>").blocks
    assert (text, kind) in [(block.text, block.kind) for block in blocks]


def test_what_is_not_in_the_article_is_told_with_its_reason() -> None:
    told = removed(
        page(
            paragraphs(), "<figure><img src='p.jpg'><figcaption>The pier</figcaption></figure>", "<p>Advertisement</p>"
        )
    )
    assert {("navigation", "News"), ("caption", "The pier"), ("advertisement", "Advertisement")} <= set(told)


def test_no_line_is_told_as_removed_that_is_in_the_article() -> None:
    cleaned = page(paragraphs())
    assert not set(texts(cleaned)) & {text for _, text in removed(cleaned)}


def test_the_parsed_page_is_handed_on_as_it_came() -> None:
    source = html(FRAME, "<article>", paragraphs(), "<script>let a</script>", "</article>")
    tree = clean(raw(source, Form.HTML)).markup
    assert tree is not None
    assert len(tree.findall(".//p")) == len(PARAGRAPHS)
    assert b"<script>let a</script>" in etree.tostring(tree)


HARD = {
    "nothing": "",
    "blank": " \n ",
    "no markup": "not a page at all",
    "script only": html("<script>" + "var a = 1;" * 1000 + "</script>"),
    "no body": "<html><head><title>A title</title></head></html>",
    "frames": "<html><frameset cols='50,50'><frame src='a.html'><frame src='b.html'></frameset></html>",
    "NUL": html("<p>a\x00b</p>"),
    "declared encoding": '<?xml version="1.0" encoding="utf-8"?>' + html(paragraphs()),
    "unclosed": "<html><body><div><p>" + ONE + "<p>" + TWO,
    "10,000 nested divs": "<html><body>" + "<div>" * 10_000 + ONE + "</div>" * 10_000,
    "10,000 nested spans": "<html><body><p>" + "<span>" * 10_000 + ONE,
    "lone surrogate": html("<p>\ud800</p>"),
    "100,000 attributes": html("<div " + " ".join(f"a{i}" for i in range(100_000)) + f"><p>{ONE}</p></div>"),
    "a script's text that never ends": html('<script>"articleBody": "' + "\\" * 100_000, "</script>", paragraphs()),
    "many attributes": html("<p " + " ".join(f"a{i}='{i}'" for i in range(2_000)) + f">{ONE}</p>"),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("source", HARD.values(), ids=HARD.keys())
def test_a_hard_page_is_cleaned_without_a_complaint(source: str) -> None:
    for block in clean(raw(source, Form.HTML)).blocks:
        assert block.text == " ".join(block.text.split()) != ""


TAGS = "<p> </p> <div> </div> <br> <table> <tr> <td> </table> <li> <a> </a> <script> </script> <h2> <!-- --> <span <b>"
MARKUP = st.sampled_from([*TAGS.split(), "<div class='related'>", "<a href='/'>", "</html>", "&amp;", ONE, TWO])


@given(parts=st.lists(MARKUP | st.text(max_size=30), max_size=40))
def test_whatever_the_page_its_blocks_are_tidy_and_not_empty(parts: list[str]) -> None:
    for block in clean(raw("".join(parts), Form.HTML)).blocks:
        assert block.text == " ".join(block.text.split()) != ""


@pytest.mark.timeout(120)
def test_a_page_of_five_megabytes_is_cleaned() -> None:
    source = html("<article>", (paragraphs() + "<h2>Next</h2>") * 15_000, "</article>")
    assert len(source) > 5_000_000
    assert ONE in texts(clean(raw(source, Form.HTML)))


@pytest.mark.timeout(120)
def test_a_flattened_page_of_five_megabytes_is_cleaned() -> None:
    page = clean(raw("\n".join([*PARAGRAPHS, "Next"] * 15_000)))
    assert texts(page)[:3] == list(PARAGRAPHS)
    assert clean(raw(" ".join(PARAGRAPHS * 15_000))).blocks
