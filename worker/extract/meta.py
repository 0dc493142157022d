"""`meta` and `link` elements: Open Graph, Twitter cards, Dublin Core, Parsely and the like."""

from urllib.parse import urlsplit

from worker.extract.clues import Clue, Clues, Picture, Signature, clues, lookup
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
    "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publish_date", "publication_date", "pubdate",
    "date.published", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "dcterms.date",
    "article:post_date", "bt:pubdate", "rnews:datepublished", "last-published", "creation_date",
    "article_date_original",
    "originalpublicationdate", "ptime", "date",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "revision_date", "cxenseparse:recs:modifiedtime",
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
        published=lookup(table, PUBLISHED, Source.META),
        modified=lookup(table, MODIFIED, Source.META),
        languages=lookup(table, LANGUAGES, Source.META) + clues([elements.language], Source.MARKUP),
        canonical_urls=tuple(clue for clue in canonical if _is_page(clue)),
        sites=lookup(table, SITES, Source.META),
        sections=lookup(table, SECTIONS, Source.META),
        images=tuple(Picture(Image(url=clue.value), Source.META) for clue in lookup(table, IMAGES, Source.META)),
    )


def _is_page(clue: Clue) -> bool:
    """A bare host or a relative start page says nothing of the article."""
    try:
        return urlsplit(clue.value).path not in {"", "/"}
    except ValueError:
        return False
