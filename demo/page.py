"""`out/demo.html`: the enriched articles as one page that needs nothing from anywhere."""

import gzip
import json
from html import escape
from itertools import starmap
from pathlib import Path

import orjson

from demo.broker import Sent
from demo.inputs import SAMPLES
from demo.live import reasons
from demo.reading import Reading
from demo.showing import listed

TAGS = {"heading": "h2", "quote": "blockquote", "list-item": "li", "preformatted": "pre"}
FILTER = """
document.querySelector('nav input').addEventListener('input', event => {
  const wanted = event.target.value.toLowerCase();
  for (const item of document.querySelectorAll('nav li'))
    item.hidden = !item.textContent.toLowerCase().includes(wanted);
});
"""


def write(path: Path, published: list[Sent], dead: list[Sent], reading: Reading) -> None:
    """The list of articles, each with its names marked and what was removed, and the dead letters."""
    articles = [orjson.loads(record.value) for record in published]
    sources = _sources()
    style = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
    path.write_text(
        f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>news-worker: the demo's articles</title><style>{style}</style></head><body>
<nav><input type="search" placeholder="{len(articles)} articles: filter by title or id" aria-label="Filter"><ol>
{"".join(starmap(_entry, enumerate(articles)))}</ol></nav>
<main><section class="welcome"><h1>What the worker made of the demo's input</h1>
<p>{reading.published} published · {reasons(reading.skipped)} skipped · {reasons(reading.rejected)} rejected.
Choose an article on the left: its names are marked in the text, and what was removed from the page stands below it,
with the reasons. The same documents, as the worker published them, are in <code>demo.jsonl</code> beside this file.</p>
<h2>Dead letters</h2><table>{"".join(map(_dead, dead))}</table></section>
{"".join(_article(number, article, sources.get(article["id"])) for number, article in enumerate(articles))}</main>
<script>{FILTER}</script></body></html>
""",
        encoding="utf-8",
    )


def _sources() -> dict[str, str]:
    with gzip.open(SAMPLES / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {gold["id"]: gold["source_url"] for gold in map(json.loads, lines)}


def _entry(number: int, article: dict[str, object]) -> str:
    title = escape(str(article.get("title", article["id"])))
    return f'<li><a href="#a{number}">{title}<br><small>{escape(str(article["id"]))}</small></a></li>\n'


def _dead(record: Sent) -> str:
    told = {name.removeprefix("news-worker-"): escape(value.decode()) for name, value in record.headers.items()}
    return (
        f"<tr><td>{told.get('stage', '')}: {told.get('reason', '')}</td>"
        f"<td>{escape(record.key)}</td><td>{told.get('detail', '')}</td></tr>\n"
    )


def _article(number: int, article: dict[str, object], source: str | None) -> str:
    authors = ", ".join(str(author["name"]) for author in listed(article, "authors"))
    facts = [authors, *(str(article[key]) for key in ("published_at", "site", "url") if article.get(key))]
    if article.get("reading_time_minutes"):
        facts.append(f"{article['reading_time_minutes']} min")
    standfirst = f'<p class="standfirst">{escape(str(article["standfirst"]))}</p>' if article.get("standfirst") else ""
    chips = "".join(f"<span>{escape(str(phrase['text']))}</span>" for phrase in listed(article, "keyphrases"))
    return f"""<article id="a{number}"><h1>{escape(str(article.get("title", article["id"])))}</h1>
<p class="facts">{escape(" · ".join(fact for fact in facts if fact))}</p>
{standfirst}{_text(article)}
<h2>Keyphrases</h2><p class="chips">{chips or "–"}</p>
<h2>Removed from the page</h2><table>{_removed(article)}</table>
{_attribution(source)}</article>
"""


def _text(article: dict[str, object]) -> str:
    text = str(article["text"])
    spans = sorted(
        (int(str(mention["start"])), int(str(mention["end"])), str(entity["type"]))
        for entity in listed(article, "entities")
        for mention in listed(entity, "mentions")
    )
    made = []
    for paragraph in listed(article, "paragraphs"):
        start, end = int(str(paragraph["start"])), int(str(paragraph["end"]))
        tag = TAGS.get(str(paragraph.get("kind")), "p")
        made.append(f"<{tag}>{_marked(text, start, end, spans)}</{tag}>")
    return "\n".join(made)


def _marked(text: str, start: int, end: int, spans: list[tuple[int, int, str]]) -> str:
    """A stretch of the text with its entities marked; of two that overlap, the first."""
    made, position = [], start
    for first, last, kind in spans:
        if position <= first and last <= end:
            name = f'<mark class="{escape(kind)}" title="{escape(kind)}">{escape(text[first:last])}</mark>'
            made += [escape(text[position:first]), name]
            position = last
    return "".join([*made, escape(text[position:end])])


def _removed(article: dict[str, object]) -> str:
    told = article.get("removed")
    lines = listed(told, "lines") if isinstance(told, dict) else []
    return "".join(
        f"<tr><td>{escape(str(line['reason']))}</td><td>{escape(str(line['text']))}</td></tr>\n" for line in lines
    )


def _attribution(source: str | None) -> str:
    if source is None:
        return ""
    return (
        f'<footer>Text: <a href="{escape(source)}">Wikinews</a>, CC BY 2.5, by the contributors in its history; '
        "changed: wrapped in invented page furniture.</footer>"
    )
