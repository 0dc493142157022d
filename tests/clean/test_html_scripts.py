"""HTML pages that do not show their article: it is in the state of a script, or held back until a script shows it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clean.pages import PARAGRAPHS, html, paragraphs, raw, texts
from worker.clean import Block, Cleaned, clean
from worker.clean.html.scripts import flight
from worker.clean.html.scripts.literals import literals
from worker.clean.html.scripts.markdown import as_html
from worker.clean.html.scripts.passages import passages
from worker.clean.html.scripts.revived import revived
from worker.model import Form, ParagraphKind

STORY = [
    *PARAGRAPHS,
    "“We are glad that it is decided,” said the oldest of them, who has fished here since he was a boy of twelve.",
    "Not all are content: two members of the council would rather have spent the money on the school by the church.",
    "The region's answer is expected in March, and the first stones of the new pier may be laid before the summer.",
]
HEADING = "What comes next"
ENTRIES = [*({"type": "paragraph", "text": text} for text in STORY[:4]), {"type": "heading", "text": HEADING}]
ENTRIES += [{"type": "paragraph", "text": text} for text in STORY[4:]]
MARKUP = "".join(f"<p>{text}</p>" for text in STORY)
TITLE = "Council of the harbour town votes to rebuild the pier"
HEAD = f"<title>{TITLE}</title>"
OTHER = "The mayor of another place opened a swimming pool for children on Sunday, and many families came to see it."
ELSEWHERE = {"title": "A pool for children", "url": "/pool", "body": [{"type": "paragraph", "text": OTHER}] * 9}
SHELL = "<div id='app'></div>"
RICH = [{"type": "paragraph", "content": [{"value": text[:30]}, {"type": "link", "content": [{"value": text[30:]}]}]}
        for text in STORY]  # fmt: skip


def page(*scripts: str, shown: str = SHELL) -> Cleaned:
    return clean(raw(html(shown, *scripts, head=HEAD), Form.HTML))


def script(text: str, **attributes: str) -> str:
    said = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<script{said}>{text}</script>"


def state(value: object) -> str:
    """JSON as it stands in a script."""
    return json.dumps(value).replace("</", "<\\/")


def quoted(text: str) -> str:
    """As it stands between single quotes."""
    return text.replace("\\", "\\\\").replace("'", "\\'")


def pieces(*rows: str) -> str:
    stream = "\n".join(rows) + "\n"
    half = len(stream) // 2
    return "".join(script(f"self.__next_f.push([1,{json.dumps(part)}])") for part in (stream[:half], stream[half:]))


def elements(*children: object) -> str:
    return state(["$", "main", None, {"className": "page", "children": list(children)}])


STATES = {
    "a whole script of JSON": script(state({"props": {"post": {"body": STORY}}}), type="application/json"),
    "an assignment": script(f"window.__STATE__ = {state({'article': {'content': ENTRIES}})};"),
    "an assignment among others": script(f"var a='x';b.content={state({'elements': ENTRIES})};b.more={{}}"),
    "an argument": script(f"(window.queue = window.queue || []).push({state({'detail': {'html': MARKUP}})})"),
    "an object of JavaScript": script("app({" + f"data:{{story:{{paragraphs:{state(STORY)}}}}}" + "})"),
    "arguments of a function": script("window.__NUXT__=(function(a,b){return {body:a}}" + f"({state(MARKUP)},1))"),
    "a text of JSON": script(f"window.data = JSON.parse({state(state({'content': ENTRIES}))})"),
    "a text in single quotes": script(f"window.data = JSON.parse('{quoted(state({'text': STORY}))}')"),
    "a template of JavaScript": script("window.data = JSON.parse(String.raw`" + state({"text": STORY}) + "`)"),
    "JSON in JSON": script(state({"body": state({"post": {"content": STORY}})}), type="application/json"),
    "Angular's quotes": script(state({"body": STORY}).replace('"', "&q;"), type="application/json"),
    "escaped markup": script(f"x = {state({'body': MARKUP.replace('<', '&lt;').replace('>', '&gt;')})}"),
    "rich text": script(f"x = {state({'body': {'type': 'doc', 'content': RICH}})}"),
    "elements named first": script(f"x = {state({'body': ['div', *(['p', t[:9], ['a', t[9:]]] for t in STORY)]})}"),
    "records under their names": script(f"x = {state({f'Part:{i}': {'text': t} for i, t in enumerate(STORY)})}"),
    "one text with line breaks": script(f"x = {state({'text': chr(10).join(STORY)})}"),
    "a flat list": script(
        state([["ShallowReactive", 1], {"post": 2}, {"body": 3}, [4, 5, 6, 7, 8, 9], *STORY]), type="application/json"
    ),
    "a stream of elements": pieces(
        f"0:{elements(*(['$', 'p', None, {'children': text}] for text in STORY[:3]), '$L1')}",
        f"1:{state([['$', 'p', str(i), {'children': text}] for i, text in enumerate(STORY[3:])])}",
    ),
    "a stream with a text that is called": pieces(
        f'0:{state(["$", "$L3", None, {"post": {"content": "$7"}}])}', f"7:T{len(MARKUP.encode()):x},{MARKUP}"
    ),
    "steps of JSON-LD": script(
        state({"@type": "HowTo", "step": [{"@type": "HowToStep", "text": text} for text in STORY]}),
        type="application/ld+json",
    ),
    "a template of markup": script(MARKUP, type="text/template"),
    "a template element": f"<template>{MARKUP}</template>",
    "for readers without scripts": f"<noscript><div>{MARKUP}</div></noscript>",
    "Markdown": script(f"x = {state({'content': f'# {TITLE}' + chr(10) * 2 + (chr(10) * 2).join(STORY)})}"),
}  # fmt: skip


@pytest.mark.parametrize("source", STATES.values(), ids=STATES.keys())
def test_an_article_that_only_a_script_holds_is_read_from_it(source: str) -> None:
    found = " ".join(texts(page(source)))
    assert [text for text in STORY if text not in found] == []


@pytest.mark.parametrize("source", STATES.values(), ids=STATES.keys())
def test_nothing_is_read_from_scripts_where_the_article_is_shown(source: str) -> None:
    shown = f"<article><h1>{TITLE}</h1>{MARKUP * 3}</article>".replace("pier", "pier of stone")
    assert page(source, shown=shown).blocks == page(shown=shown).blocks


def test_headings_and_items_of_lists_keep_their_kinds() -> None:
    entries = [*ENTRIES, {"type": "list", "items": [{"type": "list-item", "text": "one boat and its nets, as before"}]}]
    entries.append({"type": "paragraph", "text": STORY[0].replace("Tuesday", "Monday")})
    blocks = page(script(f"x = {state({'body': entries})}")).blocks
    assert Block(text=HEADING, kind=ParagraphKind.HEADING) in blocks
    assert Block(text="one boat and its nets, as before", kind=ParagraphKind.LIST_ITEM) in blocks


def test_the_pieces_of_a_paragraph_are_one_block() -> None:
    assert texts(page(STATES["rich text"])) == STORY


@pytest.mark.parametrize("link", ["pier", "[pier](https://harbour.example.org/pier)"])
def test_characters_that_are_written_as_in_html_are_read(link: str) -> None:
    first = f"Bread &amp; butter, said the council of the harbour town of the {link}."
    assert texts(page(script(f"x = {state({'text': chr(10).join([first, *STORY])})}")))[0] == (
        "Bread & butter, said the council of the harbour town of the pier."
    )


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("# A *heading* #", "<h1>A heading</h1>"),
        (
            "one\nline\n\n- item **one**\n- `two`\n3. three",
            "<p>one line</p><li>item one</li><li>two</li><li>three</li>",
        ),
        ("> a quotation", "<blockquote>a quotation</blockquote>"),
        ("![a picture](p.png)\n\na [link](/a) & 2 * 3 * 4", "<p>a link &amp; 2 * 3 * 4</p>"),
    ],
)
def test_markdown_is_written_as_html(text: str, markup: str) -> None:
    assert as_html(text) == markup


@pytest.mark.parametrize("key", ["caption", "related", "author_bio", "newsletterText", "comments"])
def test_what_is_beside_an_article_is_not_read(key: str) -> None:
    content = [{"type": "paragraph", "text": text, key: {"text": OTHER}} for text in STORY]
    assert OTHER not in texts(page(script(f"x = {state({'body': content})}")))


def test_the_menu_of_a_stream_of_elements_is_not_read() -> None:
    menu = [["$", "li", str(n), {"children": f"{OTHER} {n}"}] for n in range(4)]
    body = [["$", "p", None, {"children": text}] for text in STORY]
    tree = elements(["$", "nav", None, {"children": menu}], ["$", "article", None, {"children": body}])
    assert texts(page(pieces(f"0:{tree}"))) == STORY


def test_of_several_stories_the_one_of_the_title_is_read() -> None:
    own = {"title": TITLE, "url": "/pier", "body": [{"type": "paragraph", "text": text} for text in STORY]}
    assert texts(page(script(f"x = {state({'stories': [ELSEWHERE, own, ELSEWHERE]})}"))) == STORY


@pytest.mark.parametrize(
    "source",
    [
        script(f"x = {state({'stories': [ELSEWHERE]})}"),
        script("function a() { return 'the council of the harbour town votes to rebuild the pier'; }" * 50),
        script(f"x = {state({'messages': {'consent': STORY}})}"),
        f"<noscript><p>{STORY[0]}</p></noscript>",
    ],
)
def test_a_script_with_another_story_or_with_none_says_nothing(source: str) -> None:
    assert page(source).blocks == ()


def test_a_beginning_that_is_shown_gives_way_to_the_whole() -> None:
    source, beginning = STATES["an assignment"], f"<p>{STORY[0]}</p><p>{STORY[1]}</p>"
    assert texts(page(source, shown=f"<article>{beginning}</article>"))[-1] == STORY[-1]


def test_a_standfirst_that_is_shown_above_the_beginning_stays() -> None:
    lead = "After months of waiting the fishermen of the town get what the storm has taken from them."
    shown = f"<article><h1>{TITLE}</h1><p class='lead'>{lead}</p><p>{STORY[0]}</p><p>{STORY[1]}</p></article>"
    assert texts(page(STATES["an assignment"], shown=shown))[:2] == [lead, STORY[0]]


def test_a_short_text_that_is_shown_stays_where_the_script_has_another() -> None:
    shown = f"<article><h1>{TITLE}</h1>{paragraphs()}</article>"
    other = {"body": [{"type": "paragraph", "text": f"{OTHER} {TITLE}, {n}."} for n in range(20)]}
    assert page(script(f"x = {state(other)}"), shown=shown).blocks == page(shown=shown).blocks


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('x = {"a": "b", c: ["d", 1, null]}', [{"a": "b", "c": ["d"]}]),
        ('{"a": "\\u00fc\\ud83d\\ude00"}', [{"a": "ü😀"}]),
        ('{a: "it\\\'s \\x41"}', [{"a": "it's A"}]),
        ('{"a": "never closed', [{"a": "never closed"}]),
        ('{"a": {"b": "c"', [{"a": {"b": "c"}}]),
        ('}]{"a": "b"}', [{"a": "b"}]),
        ('{"a": "b", "a": "c"}', [{"a": "b", "a 1": "c"}]),
    ],
)
def test_literals_are_read_however_they_are_written(source: str, found: list[object]) -> None:
    assert literals(source) == found


@pytest.mark.parametrize("row", ['{{"a":"${}"}}', '["${}"]', '["$","p",null,{{"children":"$L{}"}}]'])
def test_rows_that_call_each_other_without_an_end_are_read_so_far(row: str) -> None:
    chain = [f"{n:x}:{row.format(format(n + 1, 'x'))}" for n in range(2_000)]
    circle = [f"1:{row.format('2')}", f"2:{row.format('1')}"]
    for rows in (chain, circle):
        assert page(pieces(*rows, f"9999:{elements(*STORY)}")).blocks is not None


def test_a_flat_list_that_calls_itself_is_read_so_far() -> None:
    deep = [["Reactive", 1], *({"a": n + 2, "b": n + 2} for n in range(2_000)), *STORY]
    assert page(script(state(deep), type="application/json")).blocks is not None
    assert revived(state([["Reactive", 1], {"a": 1, "b": 0}])) == [{"a": "", "b": ""}]


PARTS = st.sampled_from(
    [*'{}[]":,\\$', '{"a":', '["$","p",null,', "JSON.parse('", "&q;", "\\u12", "1:T5,", "\n", "<p>"]
)
HOSTILE = st.lists(PARTS | st.text(max_size=9) | st.sampled_from(STORY), max_size=60).map("".join)


@given(text=HOSTILE)
def test_whatever_a_script_holds_it_is_read_without_a_complaint(text: str) -> None:
    rows = flight.rows([f"self.__next_f.push([1,{json.dumps(text)}])", text])
    assert all(passage.text for passage in passages([*literals(text), *rows.values()], rows))
    assert isinstance(as_html(text), str)


JSON = st.recursive(
    st.none() | st.integers(-9, 30) | st.sampled_from([*STORY, TITLE, "$1", "p", "ShallowReactive", ""]),
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(["type", "body", "text", "1:a"]), inner)
    ),
    max_leaves=30,
)


@given(value=st.lists(JSON, max_size=12))
def test_whatever_the_state_the_blocks_are_tidy_and_not_empty(value: list[object]) -> None:
    assert passages(revived(json.dumps(value)), {}) is not None
    for block in page(script(f"x = {state(value)}"), script(state(value), type="application/json")).blocks:
        assert block.text == " ".join(block.text.split()) != ""
