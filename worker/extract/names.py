"""Names out of one signature: those who wrote it, told apart as persons, agencies and organisations."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from worker.clean.characters import tidy
from worker.extract.agencies import is_agency
from worker.extract.byline_words import never, others, wrote
from worker.extract.clues import Signature
from worker.model import Author, AuthorKind, Source

MARKS = re.compile(r"\s*(?:;|\||·|•|\s[–—-]\s|/)\s*")
"""Marks between the parts of a byline, each of which may be a list of names."""
JOINS = re.compile(
    r"\s*(?:&|\b(?:and|und|et|with|mit|och|og|oraz|и)\b|(?<=\w)\s+[ye]\s+(?=[A-ZÀ-Þ])|,|、)\s*", re.IGNORECASE
)
IN_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
ROLE = re.compile(
    r"^(?:(?:senior|chief|staff|contributing|associate|assistant|managing|executive|deputy|guest|freelance|special"
    r"|national|foreign|political|business|sports?|health|science|tech(?:nology)?|news|digital|for|of|the|in|from|our|at"
    r"|lead|head|web|data|investigative|education|vice|former|co-?founder|sr\.|board)\b.*"
    r"|.*\b(?:writer|reporter|editor|journalist|correspondent|columnist|contributor|producer|photographer|director"
    r"|founder|ceo|cto|analyst|author|manager|coordinator|specialist|expert|engineer|redakteur\w*|korrespondent\w*|journaliste"
    r"|rédact\w+|redactora?|giornalista|periodista|strategist|consultant|president|professor|marketing|creator|winemaker"
    r"|md|phd|ph\.d|m\.d|rd|mba|jr|sr|esq|cpa|rn|ms|mph|cfp|cepf®?|dvm|pharmd|dds|facs|faclm|lcsw)\.?"
    r"|(?-i:[A-Z]{2,4})®?)$",
    re.IGNORECASE,
)
REPORTER_BEHIND = re.compile(r"\s*(?:기자|특파원|記者|记者)(?:\s.*)?$")
NO_NAME = re.compile(
    r"https?:|www\.|@|\d{2}|\b\d+\s?(?:min|comments?|kommentare?|hours?|days?|h)\b|^\d|[{}<>\[\]=|#%→»…:()]|[!?]$"
    r"|\b(?:\w*comment\w*|kommentier\w*|kommentare?|beitr[aä]ge?|submenu|menu|contact|insights|subscribe"
    r"|newsletter|podcasts?|cookies?|privacy|log ?in|copyright|uncategorized|categor\w+|use case"
    r"|read(?:ing)? time|mins? read|policy|sponsored|pexels|unsplash|pixabay|shutterstock|istock|getty(?: images)?)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]* \d|\.(?:com|org|net|de|co)\b",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    {
        "von", "van", "vom", "zu", "zur", "zum", "der", "den", "dem", "ter", "ten", "de", "del", "della", "di", "da",
        "do", "dos", "das", "du", "des", "la", "le", "las", "los", "y", "e", "i", "al", "el", "bin", "ibn", "ben",
        "bint", "af", "av", "und", "and", "d", "l", "o", "in", "'t",
    }
)  # fmt: skip
"""Words of persons' names that are written small."""
CLAUSE = re.compile(
    r"\s+(?:in|on|am|at|under|im|for|from|auf|unter|via|is|ist|bei|as|has|aus|of|with|pour|en|sur|para|em|op|for)\s.*$|\s+(?:on|am|in|at)$"
    r"|\s+(?i:published|posted|updated|written|contact|veröffentlicht|kontakt|publié|publicado)\b.*$"
)
"""What goes on behind a name: where, when, for whom; and the label of what stands next."""
AGENCY_BEHIND = re.compile(r"\s+(?:The )?(?:Associated Press|Reuters|AFP|AP|dpa|Bloomberg(?: News)?|UPI)$")
CONTACT = re.compile(r"\S*(?:://|@)\S*|\bwww\.\S+")
ORGANISATION = re.compile(
    r"\b(?:staff|team|desk|bureau|newsroom|editorial|editors|news|media|press|redaktion|redaction|rédaction|redacción"
    r"|redazione|redactie|redaktionen|network|magazine|magazin|times|post|herald|tribune|journal|gazette|daily|today|tv|radio"
    r"|online|group|inc|llc|ltd|gmbh|ag|e\.v|foundation|institute|university|association|agency|service|studios?|company"
    r"|council|department|office|center|centre|community|society|club|digital|services|solutions|report|zeitung|verlag"
    r"|courier|enquirer|telegram|chronicle|observer|telegraph|stiftung|verband|ministry|clinic|school|wire|guide|reviews?)\b",
    re.IGNORECASE,
)
MOST_WORDS = 5
LONGEST = 2_000
"""Characters of a signature that are read."""
LONGEST_NAME = 60
FULL_NAME_WORDS = 2


def names_of(signature: Signature, sites: frozenset[str]) -> list[Author]:
    """The authors that a signature names; empty where it names none."""
    text = _plain(signature.value[:LONGEST])
    if signature.kind is AuthorKind.ORGANISATION or is_agency(text) or _fold(text) in sites:
        return [Author(name=n, kind=_kind(n, signature.kind, sites)) for n in [_bare(text)] if _is_name(n)]
    found = [each for part in _parts(text) for each in _of_part(part, signature, sites)]
    return _without_places(found)


@lru_cache(maxsize=256)
def _plain(value: str) -> str:
    """The signature without contacts and brackets, up to the first who is no writer."""
    return others().split(IN_BRACKETS.sub("", tidy(CONTACT.sub(" | ", value))))[0]


@lru_cache(maxsize=256)
def _parts(text: str) -> tuple[tuple[str, ...], ...]:
    """The parts of a signature, each a list of names with roles between them; a page signs several times."""
    return tuple(
        tuple(_bare(wrote().sub("", piece)) for piece in JOINS.split(wrote().sub("", part)))
        for part in MARKS.split(text)
    )


def _of_part(part: Sequence[str], signature: Signature, sites: frozenset[str]) -> Iterator[Author]:
    """The names of one part."""
    for i, bare in enumerate(part):
        name = bare
        kind = _kind(name, signature.kind, sites)
        if kind is AuthorKind.PERSON:
            name = AGENCY_BEHIND.sub("", CLAUSE.sub("", name)).rstrip(" .,:;-–—|")
        if not _is_name(name) or (kind is AuthorKind.PERSON and not _is_persons(name, signature.source)):
            continue
        if ROLE.match(name) and (kind is AuthorKind.PERSON or (kind is AuthorKind.ORGANISATION and i > 0)):
            continue
        yield Author(name=name, kind=kind)


def _without_places(found: list[Author]) -> list[Author]:
    """Beside a full name, a single word is a place, a section, and an organisation the employer."""
    full = [a for a in found if a.kind is AuthorKind.PERSON and len(a.name.split()) >= FULL_NAME_WORDS]
    if not full:
        return found
    return [
        a
        for a in found
        if a.kind is AuthorKind.AGENCY or (a.kind is AuthorKind.PERSON and len(a.name.split()) >= FULL_NAME_WORDS)
    ]


def _bare(piece: str) -> str:
    return REPORTER_BEHIND.sub("", piece.strip(" .,:;-–—'\"*•\u2009|")).strip()


def is_handle(name: str) -> bool:
    """Whether it is an account's name: one word in small letters, or with marks or capitals inside."""
    return " " not in name and (name.islower() or bool(re.search(r"[._\d-]|[a-z][A-Z]", name)))


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= LONGEST_NAME or len(name.split()) > MOST_WORDS:
        return False
    if NO_NAME.search(name) or never().fullmatch(name):
        return False
    return any(character.isalpha() for character in name)


def _is_persons(name: str, source: Source) -> bool:
    """Whether the words are written as a person's are: in capitals but for particles; two at least in running text."""
    words = re.split(r"[\s’']+", name)
    capitals = sum(not word[:1].islower() for word in words)
    if len(words) == 1:
        return source is not Source.TEXT
    return all(word in PARTICLES or not word[:1].islower() for word in words) and capitals >= FULL_NAME_WORDS


def _kind(name: str, said: AuthorKind | None, sites: frozenset[str]) -> AuthorKind:
    if is_agency(name):
        return AuthorKind.AGENCY
    if said is AuthorKind.ORGANISATION or ORGANISATION.search(name) or _fold(name) in sites:
        return AuthorKind.ORGANISATION
    return AuthorKind.PERSON


def _fold(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
