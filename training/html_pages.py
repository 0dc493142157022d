"""Pages as the judgement of HTML segments learns from them."""

import json
import lzma
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np

from training.html_labels import WORD, covered
from training.html_made import OWN, Story, grafted, shortened
from training.invented import invented
from worker.clean.html.clues import PageClues, clues_of
from worker.clean.html.containers import Floats
from worker.clean.html.features import features
from worker.clean.html.parse import parse
from worker.clean.html.segments import segments_of

MOST_WORDS, WEIGHT_POWER = 400, 0.7
"""In trees a segment weighs with its words, less than in proportion; every page weighs the same."""
WEIGHT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's figures (a row a segment), answers, words and weights, and what they were made from."""

    site: str
    story: Story
    clues: PageClues
    names: tuple[str, ...]
    table: Floats
    answers: Floats
    words: Floats
    weights: Floats
    made: bool


def pages_of(folder: Path) -> Iterator[Page]:
    """The pages of a set that have a known article."""
    golds = {gold["id"]: gold for gold in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))}
    with lzma.open(folder / "inputs_html.jsonl.xz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            gold = golds[row["id"]]
            body = gold["gold"]["body"]
            if body:
                body = body if isinstance(body, str) else "\n".join(body)
                yield from _labelled(gold["site"] or gold["id"], row["html"], body)


def invented_pages() -> Iterator[Page]:
    """The pages that were written for training."""
    for page in invented():
        yield from _labelled(page.site, page.html, page.body)


def _labelled(site: str, html: str, body: str) -> Iterator[Page]:
    """The page, if it has segments; of each is told how much of its words is in the body."""
    tree = parse(html)
    page = segments_of(tree) if tree is not None else None
    if tree is not None and page is not None:
        counts = covered(page.texts, body)
        shares = [found / max(total, 1) for total, found in counts]
        yield _page(site, (page, shares), clues_of(tree, html), [total for total, _ in counts])


def made_of(pages: Sequence[Page], chance: Random) -> Iterator[Page]:
    """Of each page two more, with its figures: one with other pages' stories behind its own, and a short one."""
    known = [page for page in pages if max(page.story[1]) >= OWN]
    for page in known:
        others = [other.story for other in known if other.site != page.site]
        for story in (grafted(page.story, others, chance), shortened(page.story, chance)):
            counts = [len(WORD.findall(text)) for text in story[0].texts]
            yield narrowed(replace(_page(page.site, story, page.clues, counts), made=True), page.names)


def narrowed(page: Page, names: Sequence[str]) -> Page:
    """The page with these figures only."""
    columns = [page.names.index(name) for name in names]
    return replace(page, table=page.table[:, columns], names=tuple(names))


def _page(site: str, story: Story, clues: PageClues, counts: Sequence[int]) -> Page:
    words = np.array(counts, dtype=np.float32)
    weights = np.minimum(words, MOST_WORDS) ** WEIGHT_POWER + 0.3
    rows = features(story[0], clues)
    return Page(
        site=site,
        story=story,
        clues=clues,
        names=tuple(rows),
        table=np.stack([np.asarray(row, dtype=np.float32) for row in rows.values()], axis=1),
        answers=np.array(story[1], dtype=np.float32),
        words=words,
        weights=weights / weights.sum() * WEIGHT,
        made=False,
    )


def foreign(folder: Path) -> frozenset[str]:
    """The sites of the sets beside this one, which measure: none of them is trained on."""
    golds = (gold for gold in folder.parent.glob("*/gold.jsonl") if gold.parent != folder)
    lines = (line for gold in golds for line in gold.read_text(encoding="utf-8").splitlines())
    return frozenset(json.loads(line)["site"] or "" for line in lines)


def fold(site: str) -> int:
    """One of five, the same for every page of a site."""
    return zlib.crc32(site.encode()) % 5
