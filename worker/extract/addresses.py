"""Addresses: canonical URL, host, images; and the country that a page's address or locale names."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from worker.extract.clues import Clue, Found, Picture
from worker.extract.pictures import split_credit
from worker.model import Image

MOST_IMAGES = 20
LANGUAGE_COUNTRY = {"he": "il", "ga": "ie", "hi": "in", "bn": "bd", "zh": "cn", "tl": "ph", "ar": "sa"}
"""Where the language alone decides what an ambiguous zone means."""


def absolute(url: str, base: str | None) -> str | None:
    """The address in full, or None where it is none of the web."""
    try:
        full = url.strip()
        full = full if full.startswith(("https://", "http://")) else urljoin(base or "", full)
        parts = urlsplit(full)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"\s", full):
        return None
    return full


def host(url: str | None) -> str | None:
    """The host without `www.`."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def canonical_url(said: Iterable[Clue], base: str | None) -> Clue | None:
    """The first address under which the page itself wants to be known."""
    return next((Found(url, clue.source) for clue in said if (url := absolute(clue.value, base))), None)


def images(said: Iterable[Picture], base: str | None) -> Found[tuple[Image, ...]] | None:
    """The pictures, each once by its path, with a caption or credit where any of its mentions has one."""
    found: dict[str, Image] = {}
    source = None
    for picture in said:
        url = absolute(picture.image.url, base)
        if url is None or len(found) >= MOST_IMAGES:
            continue
        source = source or picture.source
        key, image = url.partition("?")[0], picture.image
        caption, credit = split_credit(image.caption or "", image.credit)
        before = found.get(key, Image(url=url))
        found[key] = Image(url=before.url, caption=before.caption or caption or None, credit=before.credit or credit)
    return Found(tuple(found.values()), source) if source else None


def countries(url: str | None, locales: Iterable[Clue], language: str | None) -> frozenset[str]:
    """ISO 3166 codes, in small letters, of the countries that address, locale and language speak for."""
    suffix = (host(url) or "").rpartition(".")[2]
    named = {"gb" if suffix == "uk" else suffix} if len(suffix) == 2 else set()
    regions = (re.search(r"^[a-z]{2,3}[-_]([A-Za-z]{2})\b", clue.value) for clue in locales)
    named |= {match[1].lower() for match in regions if match}
    spoken = LANGUAGE_COUNTRY.get(language or "")
    return frozenset(named | ({spoken} if spoken and not named else set()))
