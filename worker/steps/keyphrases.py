"""What the article is about: its telling words and phrases."""

from dataclasses import dataclass

from worker.model import Mention
from worker.steps.step import Reading

MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyphrase:
    """A telling word or phrase; `score` is 1 for the most telling one of the article."""

    text: str
    score: float
    mentions: tuple[Mention, ...]


def keyphrases(reading: Reading) -> tuple[Keyphrase, ...] | None:
    """The article's words by how often they stand in it, best first."""
    found: dict[str, list[Mention]] = {}
    for token in reading.doc:
        if token.is_alpha and not token.is_stop and len(token) > 2:
            mention = Mention(start=token.idx, end=token.idx + len(token), text=token.text)
            found.setdefault(token.lower_, []).append(mention)
    best = sorted(found.values(), key=lambda mentions: (-len(mentions), mentions[0].start))[:MOST]
    return (
        tuple(Keyphrase(text=m[0].text, score=round(len(m) / len(best[0]), 4), mentions=tuple(m)) for m in best) or None
    )
