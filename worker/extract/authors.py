"""Who wrote it: a choice between what machines are told and what readers see."""

from collections.abc import Iterable
from unicodedata import combining, normalize

from worker.extract.clues import Found, Signature
from worker.extract.names import is_handle, names_of
from worker.model import Author, AuthorKind, Source

MOST = 12
_ACCOUNTS, _NAMES, _PERSONS = 1, 2, 3
"""What a list of names is worth: accounts alone; a name of one word, an agency, an organisation; a person in full."""
MOST_IN_TEXT = 3
"""More names than these in lines away from the headline are those of other stories."""


def authors(
    said: Iterable[Signature], shown: Iterable[Signature], sites: Iterable[str]
) -> Found[tuple[Author, ...]] | None:
    """The names of the source that says most of persons; what readers see at the headline corrects it.

    Machines are told of editors, photographers and reviewers too, and at times of one of two writers: where a name
    stands in both places, the list at the headline is the byline.
    """
    own = frozenset(map(fold, sites))
    at_headline = _at_headline(shown, own)
    declared = _by_source(said, own)
    source, told = max(declared.items(), key=lambda item: _rank(*item), default=(Source.MARKUP, []))
    byline = _first(at_headline)
    if byline and _corrects(byline, told, source):
        there = {fold(name.name) for names in at_headline for name in names}
        confirmed = [a for a in told if fold(a.name) in there or a.kind is AuthorKind.AGENCY]
        return Found(tuple(_once([*_spelled(byline, told), *confirmed])[:MOST]), Source.MARKUP)
    return Found(tuple(told[:MOST]), source) if told else None


def _corrects(byline: list[Author], told: list[Author], source: Source) -> bool:
    """Whether the names at the headline say more, or as much where both have a name or text away from it was read."""
    if _worth(byline) != _worth(told):
        return _worth(byline) > _worth(told)
    return source is Source.TEXT or _share(byline, told)


def _at_headline(shown: Iterable[Signature], own: frozenset[str]) -> list[list[Author]]:
    """The names of each line; where one that is marked as a byline names a person, of the marked lines alone."""
    found = [(signature.source, names) for signature in shown if (names := names_of(signature, own))]
    marked = [names for source, names in found if source is Source.MARKUP]
    return marked if any(map(_names_person, marked)) else [names for _, names in found]


def _names_person(names: list[Author]) -> bool:
    return any(a.kind is AuthorKind.PERSON and not is_handle(a.name) for a in names)


def _rank(source: Source, names: list[Author]) -> tuple[bool, int]:
    """What the page says as such goes before what was read from its text."""
    return source is not Source.TEXT and _worth(names) >= _NAMES, _worth(names)


def _first(at_headline: list[list[Author]]) -> list[Author]:
    """The names of the first line at the headline that gives any persons, else any."""
    best = max(map(_worth, at_headline), default=0)
    return next((_once(names) for names in at_headline if _worth(names) == best), [])


def _by_source(said: Iterable[Signature], own: frozenset[str]) -> dict[Source, list[Author]]:
    """The names by where they are said; of bylines on the page the first with a person: others sign others."""
    found: dict[Source, list[Author]] = {}
    for signature in said:
        before = found.get(signature.source, [])
        if signature.source is Source.MARKUP and _worth(before) >= _PERSONS:
            continue
        names = names_of(signature, own)
        if names and signature.source is Source.MARKUP:
            before = [] if _worth(names) > _worth(before) else before
        if names:
            found[signature.source] = _once([*before, *names])
    if len(found.get(Source.TEXT, ())) > MOST_IN_TEXT:
        del found[Source.TEXT]
    return found


def _worth(names: list[Author]) -> int:
    """Persons with a full name, then persons of one word, agencies and organisations, accounts, nothing."""
    if any(a.kind is AuthorKind.PERSON and " " in a.name for a in names):
        return _PERSONS
    if any(not is_handle(a.name) for a in names):
        return _NAMES
    return _ACCOUNTS if names else 0


def _once(names: list[Author]) -> list[Author]:
    """Each name once, however it is written; no account beside a name."""
    found: dict[str, Author] = {}
    for author in names:
        found.setdefault(fold(author.name), author)
    full = [a for a in found.values() if not is_handle(a.name)]
    return full or list(found.values())


def _share(one: list[Author], other: list[Author]) -> bool:
    return bool({fold(a.name) for a in one} & {fold(a.name) for a in other})


def _spelled(names: list[Author], as_in: list[Author]) -> list[Author]:
    """The names, each as the other list writes it, which does not set them in capitals."""
    spelling = {fold(a.name): a for a in as_in}
    return [spelling.get(fold(a.name), a) if a.name.isupper() else a for a in names]


def fold(name: str) -> str:
    """The letters and digits of a name without case and accents."""
    if name.isascii():
        return "".join(filter(str.isalnum, name.lower()))
    return "".join(c for c in normalize("NFKD", name.casefold()) if c.isalnum() and not combining(c))
