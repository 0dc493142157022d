"""Makes the sample pages: `python -m samples.make ARTICLES.jsonl` writes them beside this file.

The same articles give the same bytes, always.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from samples import damaged, html_styles, text_styles
from samples.stories import Edition, Story, edition, stories

HERE = Path(__file__).parent
SEED = 20190104


def main() -> None:
    """Read the articles, wrap each once as HTML and once as text, and write envelopes, gold and attribution."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="JSONL of Wikinews articles: id, url, title, text, published_at")
    parser.add_argument("--into", type=Path, default=HERE, help="folder to write to (default: this one)")
    arguments = parser.parse_args()
    told = list(stories(arguments.articles))
    pages = list(wrap(told, random.Random(SEED)))  # noqa: S311 - chance that must be the same every time
    into: Path = arguments.into
    _write_lines(into / "articles.jsonl.gz", [envelope for _, envelope, _ in pages])
    _write_lines(into / "gold.jsonl.gz", [gold for _, _, gold in pages])
    _write_files(into / "pages", [(page, envelope) for page, envelope, _ in pages])
    damaged.write(into / "poison")
    (into / "ATTRIBUTION.md").write_text(attribution(told), encoding="utf-8")
    print(f"{len(pages)} pages of {len(told)} articles in {into}")


def wrap(told: list[Story], rng: random.Random) -> Iterator[tuple[Edition, dict[str, str], dict[str, object]]]:
    """Every story as HTML in one house's style and as flattened text of another house: edition, envelope, gold."""
    titles = [story.title for story in told]
    houses = list(html_styles.STYLES)
    for number, story in enumerate(told):
        others = [title for title in titles if title != story.title]
        for form in ("html", "text"):
            house = houses[(number + (3 if form == "text" else 0)) % len(houses)]
            page = edition(story, house, others, rng)
            if form == "html":
                content, style = html_styles.STYLES[house](page, rng), house
            else:
                flatten = text_styles.STYLES[number % len(text_styles.STYLES)]
                content, style = flatten(page, rng), flatten.__name__
            key = f"{story.key}-{form}"
            envelope = {"id": key, "url": page.url, "source": page.house.domain, form: content}
            yield page, envelope, _gold(key, page, form, style)


def _gold(key: str, page: Edition, form: str, style: str) -> dict[str, object]:
    """What a careful reader of the page would keep of it."""
    shows_standfirst = style not in {"northgate", "wire"}
    return {
        "id": key,
        "form": form,
        "style": style,
        "source_url": page.story.url,
        "url": page.url,
        "site": page.house.name,
        "title": page.story.title,
        "standfirst": page.standfirst if shows_standfirst else None,
        "authors": list(page.authors),
        "published_at": page.published_at if form == "html" or style != "wire" else page.story.day,
        "body": [text for _, text in page.body],
        "headings": [text for kind, text in page.body if kind == "heading"],
    }


def _write_lines(path: Path, values: list[dict[str, str]] | list[dict[str, object]]) -> None:
    text = "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def _write_files(folder: Path, pages: list[tuple[Edition, dict[str, str]]]) -> None:
    """A handful of pages as a crawler would leave them on disk: one compressed, one in windows-1252, one plain text."""
    folder.mkdir(parents=True, exist_ok=True)
    html = {page.house.domain: envelope["html"] for page, envelope in pages if "html" in envelope}
    text = next(envelope["text"] for _, envelope in pages if "text" in envelope)
    old = next(
        envelope["html"]
        for page, envelope in pages
        if page.house.domain == "northgatewire.example" and "html" in envelope and _western(envelope["html"])
    )
    declared = old.replace("<HEAD>", '<HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">')
    (folder / "northgate-windows-1252.html").write_bytes(declared.encode("windows-1252"))
    (folder / "ledger.html").write_text(html["harbour-ledger.example"], encoding="utf-8")
    (folder / "kestrel.html").write_text(html["dailykestrel.example"], encoding="utf-8")
    compressed = gzip.compress(html["tamarindpost.example"].encode(), mtime=0)
    (folder / "tamarind.html.gz").write_bytes(compressed)
    (folder / "flattened.txt").write_text(text, encoding="utf-8")


def _western(text: str) -> bool:
    """Whether windows-1252 can say it, and says more than ASCII."""
    try:
        return len(text.encode("windows-1252")) > 0 and not text.isascii()
    except UnicodeEncodeError:
        return False


def attribution(told: list[Story]) -> str:
    """Who wrote the articles, under which licence, and what was changed."""
    head = """# Attribution

The articles in `articles.jsonl.gz`, `gold.jsonl.gz` and `pages/` are from Wikinews, by the contributors named in each
article's history, under the [Creative Commons Attribution 2.5 licence](https://creativecommons.org/licenses/by/2.5/).

Changed: the dated first line was taken off; some articles were given a section heading, or a paragraph repeated above
the text; each was wrapped in invented page furniture. The sites, writers, photographers, readers, times of day and
adverts around the articles do not exist. `seed.txt` is not from Wikinews: a flattened page as a crawler leaves it,
kept for its form.

| article | day |
|---|---|
"""
    return head + "".join(f"| [{story.title}]({story.url}) | {story.day} |\n" for story in told)


if __name__ == "__main__":
    main()
