"""The story among the texts of scripts, written as HTML."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape, unescape
from itertools import groupby

from worker.clean.html.clues import PageClues
from worker.clean.html.scripts.agreement import agreement
from worker.clean.html.scripts.markdown import as_html, is_markdown
from worker.clean.html.scripts.passages import VARYING, Passage
from worker.clean.html.scripts.prose import MARKUP, is_code, words_of

PLACEHOLDER = re.compile(r"\$\$[A-Z_]{2,40}\$\$|\[[A-Z]{2,20} \d{1,20}\]|\{\{[\w .:-]{1,60}\}\}|%%[\w .:-]{1,60}%%")
"""Where the browser puts in what is no text."""
PROSE_WORDS = 12
LEAST_WORDS = 60
LEAST_AGREEMENT = 0.25
LONGEST_REPEATED = 40
ESCAPED_CHARACTERS = 2_000
Path = tuple[str, ...]


def story(found: Sequence[Passage], clues: PageClues) -> str:
    """The texts of one place that are the most prose and the nearest to what the page says of itself; else empty."""
    texts = [passage for passage in found if not is_code(passage.text)]
    best: Sequence[int] = ()
    score = 0.0
    for path, members in _groups(texts).items():
        # What stands in no object has nothing in common: arguments of a function, and such.
        alone = members if path and path[-1] else [max(members, key=lambda i: words_of(texts[i].text))]
        words = sum(n for text in {texts[i].text for i in alone} if (n := words_of(text)) >= PROSE_WORDS)
        if words < LEAST_WORDS or words <= score:
            continue
        agreed = agreement(clues, " ".join(texts[i].text for i in alone))
        if agreed >= LEAST_AGREEMENT and words * agreed**2 > score:
            best, score = alone, words * agreed**2
    return _written(_between(texts, best)) if best else ""


def _groups(texts: Sequence[Passage]) -> Mapping[Path, list[int]]:
    """The texts by their paths; records under names of their own, with a text each, are one group."""
    apart: dict[Path, list[int]] = defaultdict(list)
    for i, passage in enumerate(texts):
        apart[passage.path].append(i)
    joined: dict[Path, list[int]] = defaultdict(list)
    for path, members in apart.items():
        alike = tuple(VARYING if key.startswith(VARYING) else key for key in path) if len(members) == 1 else path
        joined[alike] += members
    return joined


def _between(texts: Sequence[Passage], members: Sequence[int]) -> list[Passage]:
    """The group, and what stands between its texts under the same key in the same object: items of lists, headings."""
    first, last = texts[members[0]], texts[members[-1]]
    if not first.path or not first.path[-1]:
        return [texts[i] for i in members]
    common = 0
    for a, b in zip(first.around, last.around, strict=False):
        if a != b:
            break
        common += 1
    key, around = first.path[-1], first.around[:common]
    chosen: list[Passage] = []
    seen: set[str] = set()
    for passage in texts[members[0] : members[-1] + 1]:
        if passage.path[-1:] == (key,) and passage.around[:common] == around and passage.text not in seen:
            chosen.append(passage)
            if len(passage.text) > LONGEST_REPEATED:
                seen.add(passage.text)
    return chosen


def _written(chosen: Sequence[Passage]) -> str:
    """The texts as elements: those of one paragraph together, any other is one or more."""
    numbered = enumerate(chosen, start=1)
    runs = groupby(numbered, key=lambda pair: (pair[1].block, 0 if pair[1].block else pair[0]))
    return "\n".join(_element([passage for _, passage in run]) for _, run in runs)


def _element(run: Sequence[Passage]) -> str:
    tag = run[0].tag or "p"
    texts = [_plain_or_markup(passage.text) for passage in run]
    if len(run) > 1 or MARKUP.search(texts[0]):
        # Paragraphs may hold others, which end those of HTML.
        tag = "div" if tag == "p" else tag
        return f"<{tag}>{''.join(texts)}</{tag}>"
    if is_markdown(run[0].text):
        return as_html(PLACEHOLDER.sub(" ", run[0].text))
    return "".join(f"<{tag}>{line}</{tag}>" for line in texts[0].splitlines() if line.strip())


def _plain_or_markup(text: str) -> str:
    """The text as HTML, which it may be, or be with its signs escaped."""
    text = PLACEHOLDER.sub(" ", text)
    if MARKUP.search(text):
        return text
    if "&lt;" in text[:ESCAPED_CHARACTERS] and MARKUP.search(unescape(text)):
        return unescape(text)
    return escape(unescape(text), quote=False)
