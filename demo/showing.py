"""Documents and dead letters, printed for people."""

import orjson
from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from demo.broker import Sent

LONG = 700
COLOURS = {"PERSON": "cyan", "PER": "cyan", "ORG": "magenta", "GPE": "green", "LOC": "green", "DATE": "yellow"}


def document(console: Console, record: Sent) -> None:
    """An enriched article: what was found out about it, and the beginning of its text with the names marked."""
    article = orjson.loads(record.value)
    facts = Table(show_header=False, box=None, padding=(0, 1))
    facts.add_column(style="bold")
    facts.add_column()
    for name in ("id", "url", "site", "published_at", "standfirst"):
        if article.get(name):
            facts.add_row(name, escape(str(article[name])))
    facts.add_row("authors", escape(", ".join(author["name"] for author in article.get("authors", ())) or "–"))
    facts.add_row("language", article.get("language", {}).get("code", "–"))
    facts.add_row(
        "reading time", f"{article.get('reading_time_minutes', '–')} min, {len(article['paragraphs'])} paragraphs"
    )
    facts.add_row("entities", escape(", ".join(names(article)) or "–"))
    facts.add_row("keyphrases", escape(", ".join(phrases(article)) or "–"))
    facts.add_row("removed", removed(article))
    console.print(Panel(facts, title=escape(article.get("title", article["id"])), title_align="left"))
    console.print(marked(article), soft_wrap=True)
    console.print()


def marked(article: dict[str, object]) -> Text:
    """The beginning of the text, its entities in colour."""
    text = str(article["text"])
    shown = Text(text[:LONG] + ("…" if len(text) > LONG else ""))
    for entity in listed(article, "entities"):
        for mention in listed(entity, "mentions"):
            start, end = int(str(mention["start"])), int(str(mention["end"]))
            if end <= LONG:
                shown.stylize(COLOURS.get(str(entity["type"]), "blue"), start, end)
    return shown


def names(article: dict[str, object], most: int = 12) -> list[str]:
    """The entities' names, those that are mentioned most first."""
    entities = sorted(listed(article, "entities"), key=lambda entity: -len(listed(entity, "mentions")))
    return [f"{entity['name']} ({entity['type']})" for entity in entities[:most]]


def phrases(article: dict[str, object], most: int = 8) -> list[str]:
    """The first keyphrases."""
    return [str(phrase["text"]) for phrase in listed(article, "keyphrases")[:most]]


def removed(article: dict[str, object]) -> str:
    """How many lines of boilerplate went, by reason."""
    told = article.get("removed")
    counts = told.get("counts", {}) if isinstance(told, dict) else {}
    return ", ".join(f"{reason} {count}" for reason, count in counts.items()) or "–"


def listed(value: dict[str, object], key: str) -> list[dict[str, object]]:
    """The objects under a key that may be absent."""
    found = value.get(key)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def dead_letters(console: Console, records: list[Sent]) -> None:
    """Each with the stage and the reason that its headers tell, and where in the input it lay."""
    console.print(f"[bold]{len(records)} dead letters[/], with their original bytes:")
    for record in sorted(records, key=lambda record: record.key):
        told = {name.removeprefix("news-worker-"): value.decode() for name, value in record.headers.items()}
        source = f"{told.get('topic')} partition {told.get('partition')} offset {told.get('offset')}"
        why = f"{told.get('stage')}: {told.get('reason')}"
        console.print(f"  [red]{escape(why)}[/]  {escape(record.key)}, {source}", highlight=False, soft_wrap=True)
        console.print(f"    {escape(told.get('detail', ''))}", style="dim", highlight=False, soft_wrap=True)
