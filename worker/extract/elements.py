"""The few elements of a page that speak of the article, gathered in one walk."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from worker.clean.characters import tidy
from worker.extract.roles import AUTHOR, DATE, STANDFIRST, played, spoken

HEADINGS = ("h1", "h2", "h3", "h4")
MARKED = ("time", "a", "span", "p", "div", "address", "small", "li", "dd", "strong", "abbr", "header", "h5", "td", "em")
TAGS = ("title", "meta", "link", "script", "figure", "nav", "ol", "ul", *HEADINGS, *MARKED)
META_KEYS = frozenset({"property", "name", "itemprop", "http-equiv"})
SOUGHT = AUTHOR | DATE | STANDFIRST
LIST_NAMES = frozenset({"class", "id", "aria-label"})
BETWEEN = " | "
"""Stands between the texts of a byline's elements, which are often a name, a role, a date without a blank."""
LONGEST_BYLINE = 120
LONGEST_DATE = 80
LONGEST_TAG = 50
LONGEST_STANDFIRST = 1_200
LONGEST_SCRIPT = 1_000_000
MOST = 200
"""No more of one kind is read of a page."""
MOST_CRUMBS = 8


@dataclass(slots=True)
class Elements:
    """What was gathered; texts are tidy, addresses as they stand."""

    language: str | None = None
    title: str | None = None
    meta: dict[str, list[str]] = field(default_factory=dict)
    canonical: list[str] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    headings: list[HtmlElement] = field(default_factory=list)
    dated: list[HtmlElement] = field(default_factory=list)
    """`time` elements, and those that call themselves a date and are short."""
    figures: list[HtmlElement] = field(default_factory=list)
    authors: list[HtmlElement] = field(default_factory=list)
    """The author by relation or property."""
    bylines: list[HtmlElement] = field(default_factory=list)
    """The author by what they call themselves."""
    standfirsts: list[HtmlElement] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    crumbs: list[str] = field(default_factory=list)


def gather(tree: HtmlElement) -> Elements:
    """The elements in the order of the page; the tree stays as it is."""
    found = Elements(language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    for element in tree.iter(*TAGS):
        READERS.get(element.tag, _marked)(element, found)
    return found


def content_of(element: HtmlElement, limit: int = 2_000, between: str = "") -> str:
    """The element's text, tidy; only so much of it as a field may hold."""
    parts, size = [], 0
    for part in element.itertext():
        if part.strip() or not between:
            parts.append(part)
        size += len(part)
        if size > limit:
            break
    return tidy(between.join(parts))


def _meta(element: HtmlElement, found: Elements) -> None:
    keys = {value.strip().lower() for name, value in element.items() if name in META_KEYS and value}
    content = tidy(element.get("content") or "") if keys else ""
    for key in keys if content else ():
        values = found.meta.setdefault(key, [])
        if len(values) < MOST and content not in values:
            values.append(content)


def _marked(element: HtmlElement, found: Elements) -> None:
    """Short texts whose element says by class, property or relation what it is for."""
    get = element.get
    name, relation, prop = get("class"), get("rel"), get("itemprop")
    if relation and (relation == "tag" or relation.startswith("tag ")):
        _append(found.tags, content_of(element, LONGEST_TAG))
        return
    if not (name or relation or prop):
        return
    said = spoken(name) if name else 0
    if relation:
        said |= spoken(relation)
    if prop:
        said |= spoken(prop)
    test = get("data-testid")
    if test:
        said |= spoken(test)
    if said & SOUGHT:
        _telling(element, played(said), found, declared="author" in (relation, prop))


def _telling(element: HtmlElement, roles: int, found: Elements, *, declared: bool) -> None:
    if roles & AUTHOR:
        _limited(found.authors if declared else found.bylines, element)
    if roles & DATE and _is_short(element, LONGEST_DATE):
        _limited(found.dated, element)
    if roles & STANDFIRST and _is_short(element, LONGEST_STANDFIRST):
        _limited(found.standfirsts, element)


def _is_short(element: HtmlElement, limit: int) -> bool:
    size = 0
    for part in element.itertext():
        size += len(part.strip())
        if size > limit:
            return False
    return size > 0 or element.get("content") is not None


def _append(values: list[str], value: str) -> None:
    if value and value not in values and len(values) < MOST:
        values.append(value)


def _limited(values: list[HtmlElement], element: HtmlElement) -> None:
    if len(values) < MOST:
        values.append(element)


def _title(element: HtmlElement, found: Elements) -> None:
    found.title = found.title or content_of(element) or None


def _canonical(element: HtmlElement, found: Elements) -> None:
    if "canonical" in (element.get("rel") or "").lower().split():
        _append(found.canonical, (element.get("href") or "").strip())


def _json_ld(element: HtmlElement, found: Elements) -> None:
    if "ld+json" in (element.get("type") or "").lower():
        _append(found.json_ld, (element.text or "")[:LONGEST_SCRIPT])


def _heading(element: HtmlElement, found: Elements) -> None:
    _limited(found.headings, element)
    _marked(element, found)


def _crumbs(element: HtmlElement, found: Elements) -> None:
    """The path of sections down to the article: the first list that calls itself so."""
    if found.crumbs or not any("breadcrumb" in value.lower() for name, value in element.items() if name in LIST_NAMES):
        return
    for link in element.iter("a"):
        if len(found.crumbs) < MOST_CRUMBS:
            _append(found.crumbs, content_of(link, LONGEST_TAG))


def _time(element: HtmlElement, found: Elements) -> None:
    _limited(found.dated, element)


READERS: dict[str, Callable[[HtmlElement, Elements], None]] = {
    "title": _title,
    "meta": _meta,
    "link": _canonical,
    "script": _json_ld,
    "time": _time,
    "figure": lambda element, found: _limited(found.figures, element),
    "nav": _crumbs,
    "ol": _crumbs,
    "ul": _crumbs,
    **dict.fromkeys(HEADINGS, _heading),
}
