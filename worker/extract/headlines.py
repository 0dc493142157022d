"""Which element of a page is its headline, and what it says without kickers."""

from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from worker.clean.characters import tidy
from worker.extract.elements import content_of
from worker.extract.roles import KICKER, roles_of, stands_beside
from worker.extract.titles import alike

LIKE = 0.5
"""So much of their words the headline and a title of the head share at least."""
MOST = 60
CERTAIN = 0.95
LOWER_TAG = 0.1
"""An `h2` has to be so much more like the title than an `h1`, and so on."""
FEWEST_WORDS = 2
LEAST_LEFT = 0.4
"""A kicker is shorter than its headline; where less than this is left of a heading, it had none."""


def headline_of(headings: Sequence[HtmlElement], titles: Iterable[str]) -> HtmlElement | None:
    """The heading that says most of what the head says; else the only `h1` that is more than a word."""
    said = list(dict.fromkeys(title for title in titles if title))
    best, best_score = None, 0.0
    for heading in headings[:MOST]:
        text = shown(heading)
        score = max((alike(text, title) for title in said), default=0.0)
        score -= LOWER_TAG * (int(heading.tag[1]) - 1)
        if score > best_score:
            best, best_score = heading, score
        if score >= CERTAIN:
            break
    if best is not None and best_score >= LIKE:
        return best
    first = [h for h in headings if h.tag == "h1" and len(shown(h).split()) >= FEWEST_WORDS and not stands_beside(h)]
    return first[0] if len(first) == 1 else best


def shown(heading: HtmlElement) -> str:
    """The heading's words without a kicker, day or label that is an element of its own in it."""
    if len(heading) == 0:
        return content_of(heading)
    parts = [heading.text or ""]
    for child in heading:
        if isinstance(child.tag, str) and not _is_kicker(child):
            parts.append(_words(child))
        parts.append(" " if child.tag == "br" else "")
        parts.append(child.tail or "")
    whole, left = content_of(heading), tidy("".join(parts)).lstrip(" :|–—-/")
    return left if len(left) >= LEAST_LEFT * len(whole) else whole


def _words(child: HtmlElement) -> str:
    """The text of a part; inside a wrapper that holds all parts, without the kicker among them."""
    if len(child) == 0:
        return child.text or ""
    inner = [child.text or ""]
    for each in child:
        if isinstance(each.tag, str) and not _is_kicker(each):
            inner.append(content_of(each))
        inner.append(each.tail or "")
    return "".join(inner)


def _is_kicker(element: HtmlElement) -> bool:
    return element.tag in {"time", "small", "script", "style", "button"} or bool(roles_of(element) & KICKER)
