"""Flattened pages with the lines that are article marked, as the gold sets have them."""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FLAVOURS = ("crawl", "resi", "lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page in one form; `inside` says of each line whether it is article, `body` is the whole article."""

    site: str
    flavour: str
    lines: tuple[str, ...]
    inside: tuple[bool, ...]
    title: str
    body: str
    language: str = "en"
    made: bool = False
    """Whether it was put together here."""


def pages(folder: Path) -> Iterator[Page]:
    """All pages of a set, in its three flattened forms."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as file:
        gold = {row["id"]: row for row in map(json.loads, file)}
    for flavour in FLAVOURS:
        with lzma.open(folder / f"inputs_text_{flavour}.jsonl.xz", "rt", encoding="utf-8") as file:
            for given in map(json.loads, file):
                row = gold[given["id"]]
                yield Page(
                    site=row["site"],
                    flavour=flavour,
                    lines=tuple(given["text"].split("\n")),
                    inside=tuple(mark == "1" for mark in row["flat"][flavour]),
                    title=row["gold"]["title"] or "",
                    body=row["gold"]["body"],
                )


@dataclass(frozen=True, slots=True)
class Story:
    """A headline with its paragraphs, and nothing else."""

    title: str
    paragraphs: tuple[str, ...]


def stories(path: Path) -> list[Story]:
    """The Wikinews articles."""
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [Story(row["title"], tuple(p for p in row["text"].split("\n") if p.strip())) for row in rows]


def story(page: Page) -> Story:
    """The article of a page."""
    return Story(page.title, tuple(line for line, inside in zip(page.lines, page.inside, strict=True) if inside))
