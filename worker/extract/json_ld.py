"""JSON-LD: schema.org's words for an article."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

import orjson

from worker.clean.characters import tidy
from worker.extract.clues import Clue, Clues, Picture, Signature, clues, moments
from worker.model import AuthorKind, Image, Source

Node = Mapping[str, object]
ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|Blog)$")
PAGE = re.compile(r"(?:Web|Item|About|Collection)Page$")
WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)
MOST_NODES = 2_000
ORGANISATIONS = re.compile(r"Organi[sz]ation$|Corporation$")


def read(scripts: Iterable[str]) -> Clues:
    """What the scripts say of the article; unreadable ones say nothing."""
    nodes = list(_nodes(scripts))
    articles = [
        node for node in nodes if ARTICLE.search(_type(node)) and (node.get("headline") or node.get("datePublished"))
    ]
    pages = [node for node in nodes if PAGE.search(_type(node))]
    read_of = articles[:1] or pages[:1]
    publishers = [name for node in articles for name in _names(node.get("publisher"))]
    sites = [name for node in nodes if _type(node) == "WebSite" for name in _names(node)]
    return Clues(
        titles=_texts(articles[:1], "headline"),
        standfirsts=_texts(articles[:1], "description"),
        authors=tuple(_dedupe(signature for node in articles[:1] for signature in _signatures(node, nodes))),
        published=moments(_values([*articles[:1], *pages[:1]], "datePublished"), Source.JSON_LD),
        modified=_texts(read_of, "dateModified"),
        languages=_texts(read_of, "inLanguage"),
        sites=clues([*sites, *publishers], Source.JSON_LD),
        sections=(*_texts(articles[:1], "articleSection"), *clues(_crumbs(nodes), Source.JSON_LD)),
        tags=clues((word for node in articles[:1] for word in _words(node.get("keywords"))), Source.JSON_LD),
        images=tuple(Picture(image, Source.JSON_LD) for node in articles[:1] for image in _images(node.get("image"))),
    )


def _nodes(scripts: Iterable[str]) -> Iterator[Node]:
    """Every object of the scripts, outer before inner, a bounded number."""
    left: deque[object] = deque(filter(None, map(_parsed, scripts)))
    for _ in range(MOST_NODES):
        if not left:
            return
        value = left.popleft()
        if isinstance(value, dict):
            yield value
            left.extend([inner for inner in value.values() if isinstance(inner, dict | list)])
        elif isinstance(value, list):
            left.extend(value[:MOST_NODES])


def _parsed(script: str) -> object:
    bare = script.strip()
    if not (bare.startswith(("{", "[")) and bare.endswith(("}", "]"))):
        bare = WRAPPING.sub("", bare)
    try:
        return orjson.loads(bare)
    except ValueError:
        return _leniently(bare)


def _leniently(script: str) -> object:
    """Line breaks in strings, which JSON forbids, are common."""
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _type(node: Node) -> str:
    kind = node.get("@type")
    if isinstance(kind, list):
        kind = next((k for k in kind if isinstance(k, str) and ARTICLE.search(k)), kind[0] if kind else None)
    return kind if isinstance(kind, str) else ""


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return tidy(unescape(value) if "&" in value else value) if isinstance(value, str) else ""


def _texts(nodes: Iterable[Node], key: str) -> tuple[Clue, ...]:
    return clues(_values(nodes, key), Source.JSON_LD)


def _values(nodes: Iterable[Node], key: str) -> Iterator[str]:
    return (_text(node.get(key)) for node in nodes)


def _words(value: object) -> list[str]:
    """Keywords: a list, or one text with commas; names of things where they are objects."""
    many = value if isinstance(value, list) else [value]
    return [word.strip() for name in _names(many) for word in re.split(r"[,;]", name)]


def _crumbs(nodes: Iterable[Node]) -> Iterator[str]:
    """The section right above the article in the first list of breadcrumbs, which ends with the article itself."""
    for node in nodes:
        steps = node.get("itemListElement")
        if _type(node) == "BreadcrumbList" and isinstance(steps, list):
            names = [name for step in steps if isinstance(step, Mapping) for name in _crumb(step)]
            yield from names[1:-1][:1]
            return


def _crumb(step: Node) -> list[str]:
    return _names(step) or _names(step.get("item"))


def _names(value: object) -> list[str]:
    """The names in a value that is a name, an object with one, or a list of such."""
    many = value if isinstance(value, list) else [value]
    texts = (_text(item.get("name")) if isinstance(item, Mapping) else _text(item) for item in many)
    return [text for text in texts if text]


def _signatures(node: Node, nodes: list[Node]) -> Iterator[Signature]:
    written = node.get("author") or node.get("creator")
    for item in written if isinstance(written, list) else [written]:
        author = _resolved(item, nodes)
        for name in _names(author):
            yield Signature(name, Source.JSON_LD, _author_kind(author))


def _resolved(item: object, nodes: list[Node]) -> object:
    """The object that an `@id` alone points to."""
    if isinstance(item, Mapping) and "name" not in item and "@id" in item:
        return next((node for node in nodes if node.get("@id") == item["@id"] and "name" in node), item)
    return item


def _author_kind(author: object) -> AuthorKind | None:
    if isinstance(author, Mapping):
        if ORGANISATIONS.search(_type(author)):
            return AuthorKind.ORGANISATION
        if _type(author) == "Person":
            return AuthorKind.PERSON
    return None


def _images(value: object) -> Iterator[Image]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield Image(url=item)
        elif isinstance(item, Mapping) and isinstance(item.get("url"), str):
            yield Image(
                url=str(item["url"]),
                caption=_text(item.get("caption")) or None,
                credit=_text(item.get("creditText")) or None,
            )


def _dedupe(signatures: Iterable[Signature]) -> Iterable[Signature]:
    return {signature.value.casefold(): signature for signature in signatures}.values()
