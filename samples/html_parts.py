"""Pieces of HTML that several house styles share."""

import json
import random
import re
from html import escape

from samples.furniture import COMMENTS, SHARES
from samples.stories import Edition

NAMES = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][a-z]+ [A-Z][a-z]+\b")
IMAGE = "https://img.{domain}/media/{key}-1200.jpg"


def image(page: Edition) -> str:
    """Where the page's picture would be."""
    return IMAGE.format(domain=page.house.domain, key=page.story.key)


def inline(text: str, rng: random.Random) -> str:
    """Escaped text, at times with a link or emphasis on a name; its characters stay the same."""
    match = NAMES.search(text)
    if match is None or rng.random() < 0.7:
        return escape(text, quote=False)
    tag = rng.choice(('<a href="/topic/{slug}">{name}</a>', "<em>{name}</em>", '<a class="tag" href="#">{name}</a>'))
    name = match.group()
    marked = tag.format(slug=name.lower().replace(" ", "-"), name=name)
    return escape(text[: match.start()], quote=False) + marked + escape(text[match.end() :], quote=False)


def body(page: Edition, rng: random.Random, heading: str = "h2", paragraph: str = "p") -> list[str]:
    """The body, an element a paragraph or heading; `paragraph` may carry attributes."""
    made = []
    for kind, text in page.body:
        tag = heading if kind == "heading" else paragraph
        made.append(f"<{tag}>{inline(text, rng)}</{tag.split()[0]}>")
    return made


def between(elements: list[str], rng: random.Random, *asides: str) -> str:
    """The elements with each aside somewhere between two of them."""
    mixed = list(elements)
    for aside in asides:
        mixed.insert(rng.randrange(1, len(mixed)), aside)
    return "\n".join(mixed)


def links(titles: tuple[str, ...], tag: str = "li") -> str:
    """A list of links to other pages."""
    return "\n".join(f'<{tag}><a href="/go/{n}">{escape(title)}</a></{tag}>' for n, title in enumerate(titles, 1))


def navigation(page: Edition) -> str:
    """The house's sections."""
    return "\n".join(f'<li><a href="/s/{n}">{escape(name)}</a></li>' for n, name in enumerate(page.house.sections))


def share(prefix: str) -> str:
    """Buttons to send the page around."""
    return "".join(
        f'<a class="{prefix}-{name.split()[0].lower()}" href="#" rel="nofollow">{name}</a> ' for name in SHARES[:5]
    )


def comments(rng: random.Random) -> str:
    """What readers of a house that does not exist would say."""
    return "\n".join(
        f'<li class="comment"><b class="fn">{name}</b> <span>{hours} hours ago</span><p>{said}</p>'
        '<a href="#r">Reply</a></li>'
        for hours, (name, said) in enumerate(rng.sample(COMMENTS, k=3), 2)
    )


def open_graph(page: Edition) -> str:
    """Meta elements for link previews."""
    values = {
        "og:type": "article",
        "og:site_name": page.house.name,
        "og:title": page.story.title,
        "og:description": page.standfirst or page.story.paragraphs[0][:150],
        "og:url": page.url,
        "og:image": image(page),
        "article:published_time": page.published_at,
        "article:section": page.section,
    }
    return "\n".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in values.items())


def json_ld(page: Edition, kind: str = "NewsArticle") -> str:
    """The page as schema.org says it, in a script element."""
    data = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": page.story.title,
        "datePublished": page.published_at,
        "dateModified": page.published_at,
        "mainEntityOfPage": {"@type": "WebPage", "@id": page.url},
        "author": [{"@type": "Person", "name": name} for name in page.authors]
        or [{"@type": "Organization", "name": page.house.agency}],
        "publisher": {"@type": "Organization", "name": page.house.name},
        "image": [image(page)],
        "articleSection": page.section,
    }
    text = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>'
