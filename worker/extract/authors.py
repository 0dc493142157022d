"""Who wrote it: names out of bylines, told apart as persons, agencies and organisations."""

import re
from collections.abc import Iterable, Iterator

from worker.clean.characters import tidy
from worker.extract.agencies import is_agency
from worker.extract.clues import Found, Signature
from worker.model import Author, AuthorKind, Source

PREFIX = re.compile(
    r"^[\W_]*(?:(?:(?:article|story|text|words|photos?|updated|posted|published|reported|reporting|written|review|edited|reviewed|contributed|presented|medically reviewed)(?: and \w+)? )?by|by-|authors?:?|von|par|por|di|door|av|af|de(?= [A-ZÀ-Þ]\w+ [A-ZÀ-Þ])|text:|foto:|autor(?:in|en)?:?|auteurs?:|redacción:|作者[::]?|文/|記者|記者/)[:\s]+",
    re.IGNORECASE,
)  # fmt: skip
SPLIT = re.compile(
    r"\s*(?:;|\||/|·|•|\n|&|\s[–—-]\s|\b(?:and|und|et|with|mit|och|og|oraz|и)\b|(?<=\w)\s+[ye]\s+(?=[A-ZÀ-Þ])|,)\s*"
)
ROLE = re.compile(
    r"^(?:(?:senior|chief|staff|contributing|associate|assistant|managing|executive|deputy|guest|freelance|special|national|foreign|political|business|sports?|health|science|tech(?:nology)?|news|digital|for|of|the|in|from|our|globe|lead|web|data|investigative|education|business)\b.*|.*\b(?:writer|reporter|editor|journalist|correspondent|columnist|contributor|producer|photographer|director|founder|ceo|analyst|author|redakteur\w*|korrespondent\w*|journaliste|rédact\w+|redactora?|giornalista|md|phd|ph\.d\.?|m\.d\.?|rd|mba|jr\.?|sr\.?|esq\.?|cpa|rn|ms|mph|cfp)\.?|[A-Z]{2,4})$",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"https?:|www\.|@|\d{2}|\.(?:com|org|net|de|co)\b|[{}<>\[\]=|#%]|[!?]$|^(?:admin|administrator|webmaster|editor|guest|user|anonymous|unknown|none|null|undefined|n/?a|author|authors?|staff|by|share|follow|read more|view all.*|more (?:by|from|posts).*|posted.*|published.*|about.*|updated.*|written.*|see all.*|all posts.*|contributors?|comments?|subscribe|get .*|facebook|twitter|x|linkedin|instagram|email|e-mail)$",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"\b(?:staff|team|desk|bureau|newsroom|editorial|editors|editorial board|news|media|press|redaktion|redaction|rédaction|redacción|redazione|redactie|redaktionen|network|magazine|times|post|herald|tribune|journal|gazette|daily|today|tv|radio|online|group|inc|llc|ltd|gmbh|foundation|institute|university|association|agency|service|studios?|admin|company|council|department|office|center|centre|community|society|club|digital|services|solutions|\.com)\b",
    re.IGNORECASE,
)  # fmt: skip
MOST_WORDS = 5
LONGEST_NAME = 60


def authors(said: Iterable[Signature], site: str | None) -> Found[tuple[Author, ...]] | None:
    """The names of the first source that gives any, each once; a source with persons goes before one without."""
    by_source: dict[Source, list[Author]] = {}
    for signature in said:
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
    text = PREFIX.sub("", tidy(signature.value))
    text = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", text)
    if signature.kind is AuthorKind.ORGANISATION or is_agency(text):
        parts = [text]
    else:
        parts = SPLIT.split(text)
    for part in parts:
        name = PREFIX.sub("", part).strip(" .,:;-–—'\"*•")
        if _is_name(name):
            yield Author(name=name, kind=_kind(name, signature.kind, site))


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= LONGEST_NAME or len(name.split()) > MOST_WORDS:
        return False
    if NO_NAME.search(name) or (ROLE.match(name) and not is_agency(name)):
        return False
    return any(character.isalpha() for character in name)


def _kind(name: str, said: AuthorKind | None, site: str | None) -> AuthorKind:
    if is_agency(name):
        return AuthorKind.AGENCY
    if said is AuthorKind.ORGANISATION or ORGANISATION.search(name) or (site and name.casefold() == site.casefold()):
        return AuthorKind.ORGANISATION
    return AuthorKind.PERSON
