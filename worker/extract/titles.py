"""The headline without the site's name."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from worker.clean.words import WORD
from worker.extract.clues import Clue, Found

SEPARATOR = re.compile(r"\s+[|–—·•»«:/]+\s+|\s+-{1,2}\s+|\s*\|\s*")
LONGEST_LABEL = 80
LIKE = 0.5
"""So much of their words two titles of one article share at least."""
LABEL_WORDS = 4
"""What a bar sets off from a title in no more words than these is a section or a site, not a part of it."""
GENERIC = frozenset(
    {
        "blog", "news", "online", "magazine", "magazin", "home", "homepage", "official", "site", "website", "the",
        "and", "of", "com", "net", "org", "inc", "llc", "gmbh", "ltd", "co", "store", "shop", "journal", "portal",
    }
)  # fmt: skip
LEAST_IN_HOST = 3


def title(said: Sequence[Clue], headlines: Sequence[Clue], sites: Collection[str]) -> Clue | None:
    """What the page shows as headline where its head confirms it, else what the head says; never the site alone."""
    names = frozenset(filter(None, map(_folded, sites)))
    heads = list(_titles(said, headlines, names))
    shown = list(_titles(headlines, said, names))
    if not heads or not shown:
        return next(iter(heads or shown), None)
    likeness, best = max(((max(alike(h.value, s.value) for h in heads), -i) for i, s in enumerate(shown)))
    if likeness < LIKE:
        return heads[0]
    headline = shown[-best]
    return next((head for head in heads if _same_but_marks(head.value, headline.value)), headline)


def _same_but_marks(head: str, headline: str) -> bool:
    """Whether the head has the headline's words with a mark between a kicker and the rest that the page leaves out."""
    return head != headline and same_title(head, headline) and len(_marks(head)) > len(_marks(headline))


def _marks(text: str) -> str:
    return "".join(character for character in text if character in ":–—-|/")


def _titles(said: Iterable[Clue], others: Iterable[Clue], names: Collection[str]) -> Iterable[Clue]:
    """The values without the site's name; those that are nothing else are left out."""
    known = frozenset(_folded(clue.value) for clue in others)
    for clue in said:
        value = without_site(clue.value, names, known)
        if value and _folded(value) not in names:
            yield Found(value, clue.source)


def without_site(value: str, names: Collection[str], known: Collection[str] = ()) -> str:
    """The title cut where what follows or goes before is the site's name, or where what is left is known."""
    for match in reversed(list(SEPARATOR.finditer(value))):
        head, tail = value[: match.start()], value[match.end() :]
        if _is_site(tail, names) or _folded(head) in known or ("|" in match.group() and _is_label(tail, head)):
            return without_site(head, names, known)
        if _folded(head) in names or _folded(tail) in known or ("|" in match.group() and _is_label(head, tail)):
            return without_site(tail, names, known)
    return value


def _is_label(label_: str, rest: str) -> bool:
    """Whether a bar sets off a few words from more of them."""
    words = len(label_.split())
    return words <= LABEL_WORDS and len(rest.split()) > words


def _is_site(text: str, names: Collection[str]) -> bool:
    """Whether the words are the site's name, or each of them is in it or as common as `blog`."""
    folded = _folded(text)
    if folded in names:
        return True
    words = [word.casefold() for word in WORD.findall(text)]
    own = [word for word in words if word not in GENERIC]
    if not own:
        return False
    return all(len(word) >= LEAST_IN_HOST and any(word in name for name in names) for word in own)


def site_names(url: str | None, said: Iterable[Clue]) -> set[str]:
    """What the site may call itself: as it says, and by its host."""
    names = {clue.value for clue in said}
    host = (urlsplit(url).hostname or "") if url else ""
    labels = [label for label in host.split(".")[:-1] if label not in {"www", "co", "com", "m"}]
    return names | set(labels) | ({host, host.removeprefix("www.")} if host else set())


def _folded(name: str) -> str:
    return "".join(WORD.findall(name.casefold())).removeprefix("the").replace(".", "").replace("'", "").replace("-", "")


def alike(one: str, other: str) -> float:
    """The share of their words that two titles have in common, 0 to 1."""
    a, b = _vocabulary(one), _vocabulary(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


@lru_cache(maxsize=256)
def _vocabulary(text: str) -> frozenset[str]:
    """The words of a text; a page's few titles and lines are held against each other many times."""
    return frozenset(map(str.casefold, WORD.findall(text)))


def same_title(one: str, other: str) -> bool:
    """Whether two texts have the same words in the same order, whatever their punctuation."""
    return len(one) < 4 * len(other) + 20 and _words(one) == _words(other)


def label(said: Iterable[Clue]) -> Clue | None:
    """The first value that can be the name of a site or section: short, and no address or account."""
    for clue in said:
        value = clue.value.strip(" |-–—/")
        if value and len(value) <= LONGEST_LABEL and "://" not in value and not value.startswith("@"):
            return Found(value, clue.source)
    return None


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))
