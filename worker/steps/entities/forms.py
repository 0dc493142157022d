"""Ways of writing a name, each with all the places where it stands."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from worker.steps.entities.fold import fold
from worker.steps.entities.lexicon import usual_names, words
from worker.steps.entities.spans import Span

PLACES = frozenset({"GPE", "LOC", "FAC"})
KINDS = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "NORP": "NORP", **dict.fromkeys(PLACES, "PLACE")}
"""What merging tells apart; all else is OTHER."""

LEAST_PEOPLE = 4
"""Of so few letters, an "s" may well belong to the word."""


@dataclass(slots=True)
class Form:
    """One way of writing a name. `words` are folded; `kinds` counts what the model took it for."""

    words: tuple[str, ...]
    text: str
    spans: list[Span] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def kind(self) -> str:
        """What the model took it for most often; the first of those that tie."""
        return self.kinds.most_common(1)[0][0] if self.kinds else "OTHER"


def forms(spans: Iterable[Span]) -> list[Form]:
    """One form for names that are alike but for case, accents, full stops and a company's legal ending."""
    found: dict[tuple[tuple[str, ...], bool], Form] = {}
    for span in spans:
        kind = KINDS.get(span.kind, "OTHER")
        key = _key(span.text, kind)
        # A demonym is no name of its country, even where it is written alike.
        form = found.setdefault((key, kind == "NORP"), Form(words=key, text=span.text))
        form.spans.append(span)
        form.kinds[kind] += 0 if span.repeated else 1
    return list(found.values())


def _key(text: str, kind: str) -> tuple[str, ...]:
    name = fold(text)
    if kind != "PERSON":
        name = usual_names().get(name, name)
    parts = name.replace(",", " ").split()
    endings = words("generations") if kind == "PERSON" else words("legal") if kind == "ORG" else frozenset[str]()
    while len(parts) > 1 and parts[-1] in endings:
        parts.pop()
    if kind == "NORP" and len(parts[-1]) > LEAST_PEOPLE:
        parts[-1] = parts[-1].removesuffix("s")  # a Saudi and the Saudis
    return tuple(parts or [name])
