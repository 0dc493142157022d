"""`meta` and `link` elements: Open Graph, Twitter cards, Dublin Core, Parsely and the like."""

import re
from urllib.parse import urlsplit

from worker.extract.clues import Clue, Clues, Found, Moment, Picture, Signature, Trust, clues, lookup
from worker.extract.elements import Elements
from worker.model import Image, Source

TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "title")
STANDFIRSTS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
AUTHORS = (
    "article:author", "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor",
    "byl", "byline", "cxenseparse:author", "article:author_name", "og:article:author",
)  # fmt: skip
PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article:post_date",
    "rnews:datepublished", "originalpublicationdate", "article_date_original", "published-date", "published_date",
    "publication_date", "publication-date", "publish-date", "publish_date", "date.published", "article:published",
)  # fmt: skip
"""Names that can mean nothing else."""
WEAK_PUBLISHED = (
    "pubdate", "pub_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "datecreated",
    "bt:pubdate", "creation_date", "ptime", "published", "citation_publication_date", "citation_date", "dc.date",
    "dcterms.date", "date", "sort_date", "ob:date", "cludo:date", "last-published", "article.created",
)  # fmt: skip
"""Names that pages also use for the day on which they were made or changed."""
MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "revision_date", "cxenseparse:recs:modifiedtime", "modified-date",
    "modified_date", "date.modified", "dateupdate", "dateupdated", "updated_time", "article.updated",
    "article:modified",
)  # fmt: skip
SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher", "cre")
SECTIONS = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "section",
    "cxenseparse:category",
    "dc.subject.category",
)
TAGS = (
    "article:tag",
    "og:article:tag",
    "parsely-tags",
    "news_keywords",
    "sailthru.tags",
    "keywords",
    "cxenseparse:keywords",
)
LANGUAGES = ("og:locale", "content-language", "dc.language", "language", "inlanguage")
IMAGES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "parsely-image-url")


def read(elements: Elements) -> Clues:
    """What the page's head says of the article."""
    table = elements.meta
    canonical = clues(elements.canonical, Source.META) + lookup(table, ("og:url",), Source.META)
    return Clues(
        titles=lookup(table, TITLES, Source.META) + clues([elements.title], Source.META),
        standfirsts=lookup(table, STANDFIRSTS, Source.META),
        authors=tuple(Signature(clue.value, clue.source) for clue in lookup(table, AUTHORS, Source.META)),
        published=_published(table),
        modified=lookup(table, MODIFIED, Source.META),
        languages=lookup(table, LANGUAGES, Source.META) + clues([elements.language], Source.MARKUP),
        canonical_urls=tuple(clue for clue in canonical if _is_page(clue)),
        sites=lookup(table, SITES, Source.META),
        sections=lookup(table, SECTIONS, Source.META),
        tags=tuple(
            Found(word, clue.source) for clue in lookup(table, TAGS, Source.META) for word in _words(clue.value)
        ),
        images=tuple(Picture(Image(url=clue.value), Source.META) for clue in lookup(table, IMAGES, Source.META)),
    )


def _published(table: dict[str, list[str]]) -> tuple[Moment, ...]:
    found = [(clue, Trust.DECLARED) for clue in lookup(table, PUBLISHED, Source.META)]
    found += [(clue, Trust.WEAK) for clue in lookup(table, WEAK_PUBLISHED, Source.META)]
    return tuple(Moment(clue.value, clue.source, trust) for clue, trust in found)


def _words(value: str) -> list[str]:
    return re.split(r"\s*[,;]\s*", value)


def _is_page(clue: Clue) -> bool:
    """A bare host or a relative start page says nothing of the article."""
    try:
        return urlsplit(clue.value).path not in {"", "/"}
    except ValueError:
        return False
