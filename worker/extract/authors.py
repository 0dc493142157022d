"""Who wrote it: names out of bylines, told apart as persons, agencies and organisations."""

import re
from collections.abc import Iterable, Iterator

from worker.clean.characters import tidy
from worker.extract.agencies import is_agency
from worker.extract.clues import Found, Signature
from worker.model import Author, AuthorKind, Source

PREFIX = re.compile(
    r"^[\W_]*(?:"
    r"(?:(?:(?:medically )?reviewed|article|story|text|words|photos?|updated|posted|published|reported|reporting"
    r"|written|edited|contributed|presented)(?: and \w+)? )?by"
    r"|authors?|von|text|foto|autor(?:in|en)?|par|auteurs?|por|redacción|di|door|av|af|de(?= [A-ZÀ-Þ]\w+ [A-ZÀ-Þ])"
    r"|作者|文|記者)[:：\s/]+",
    re.IGNORECASE,
)
SPLIT = re.compile(
    r"\s*(?:;|\||/|·|•|&|\s[–—-]\s|\b(?:and|und|et|with|mit|och|og|oraz|и)\b|(?<=\w)\s+[ye]\s+(?=[A-ZÀ-Þ])|,)\s*"
)
ADDRESS = re.compile(r"://|\bwww\.|\S@\S")
IN_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
ROLE = re.compile(
    r"^(?:(?:senior|chief|staff|contributing|associate|assistant|managing|executive|deputy|guest|freelance|special"
    r"|national|foreign|political|business|sports?|health|science|tech(?:nology)?|news|digital|for|of|the|in|from|our"
    r"|lead|web|data|investigative|education)\b.*"
    r"|.*\b(?:writer|reporter|editor|journalist|correspondent|columnist|contributor|producer|photographer|director"
    r"|founder|ceo|analyst|author|redakteur\w*|korrespondent\w*|journaliste|rédact\w+|redactora?|giornalista"
    r"|md|phd|ph\.d|m\.d|rd|mba|jr|sr|esq|cpa|rn|ms|mph|cfp)\.?"
    r"|[A-Z]{2,4})$",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"https?:|www\.|@|\d{2}"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]* \d|\.(?:com|org|net|de|co)\b|[{}<>\[\]=|#%]|[!?]$"
    r"|^(?:admin|administrator|webmaster|editor|guest|user|anonymous|unknown|none|null|undefined|n/?a|authors?|staff|by"
    r"|share|follow|read more|view all.*|more (?:by|from|posts).*|posted.*|published.*|about.*|updated.*|written.*"
    r"|see all.*|all posts.*|contributors?|comments?|subscribe|get .*|facebook|twitter|x|linkedin|instagram|e-?mail)$",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"\b(?:staff|team|desk|bureau|newsroom|editorial|editors|news|media|press|redaktion|redaction|rédaction|redacción"
    r"|redazione|redactie|redaktionen|network|magazine|times|post|herald|tribune|journal|gazette|daily|today|tv|radio"
    r"|online|group|inc|llc|ltd|gmbh|foundation|institute|university|association|agency|service|studios?|company"
    r"|council|department|office|center|centre|community|society|club|digital|services|solutions)\b",
    re.IGNORECASE,
)
MOST_WORDS = 5
LONGEST_NAME = 60


def authors(said: Iterable[Signature], site: str | None) -> Found[tuple[Author, ...]] | None:
    """The names of the first source that gives any, each once; a source with persons goes before one without."""
    by_source: dict[Source, list[Author]] = {}
    for signature in said:
        if signature.source is Source.MARKUP and Source.MARKUP in by_source:
            continue  # further bylines of a page are those of other stories
        for author in _names(signature, site):
            found = by_source.setdefault(signature.source, [])
            if author.name.casefold() not in {other.name.casefold() for other in found}:
                found.append(author)
    for source, found in by_source.items():
        persons = any(author.kind is AuthorKind.PERSON for author in found)
        if persons or not any(a.kind is AuthorKind.PERSON for others in by_source.values() for a in others):
            return Found(tuple(found), source)
    return None


def _names(signature: Signature, site: str | None) -> Iterator[Author]:
    text = IN_BRACKETS.sub("", PREFIX.sub("", tidy(signature.value)))
    if ADDRESS.search(text):
        return
    whole = signature.kind is AuthorKind.ORGANISATION or is_agency(text)
    for i, part in enumerate([text] if whole else SPLIT.split(text)):
        name = PREFIX.sub("", part).strip(" .,:;-–—'\"*•")
        kind = _kind(name, signature.kind, site)
        role = ROLE.match(name) and (kind is AuthorKind.PERSON or (kind is AuthorKind.ORGANISATION and i > 0))
        if _is_name(name) and not role:
            yield Author(name=name, kind=kind)


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= LONGEST_NAME or len(name.split()) > MOST_WORDS:
        return False
    return not NO_NAME.search(name) and any(character.isalpha() for character in name)


def _kind(name: str, said: AuthorKind | None, site: str | None) -> AuthorKind:
    if is_agency(name):
        return AuthorKind.AGENCY
    if said is AuthorKind.ORGANISATION or ORGANISATION.search(name) or (site and name.casefold() == site.casefold()):
        return AuthorKind.ORGANISATION
    return AuthorKind.PERSON
