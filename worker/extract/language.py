"""In which language the article is."""

from collections.abc import Iterable
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from worker.extract.clues import Clue, Found
from worker.model import Language, Source

SAMPLE_CHARACTERS = 1_000
"""The detector walks the text byte by byte; its answer for news is settled long before."""
SURE = 0.9
"""Below this the text is too short or too mixed to tell, and what the sender or the page says is taken."""


def language(text: str, hints: Iterable[Clue]) -> Found[Language] | None:
    """The detector's answer for the text's beginning; where it is not sure, the first hint whose code it knows."""
    sample = text[:SAMPLE_CHARACTERS]
    if not any(character.isalpha() for character in sample):
        return None
    shares = dict(_detector().rank(sample))
    code = max(shares, key=lambda each: shares[each])
    if shares[code] < SURE:
        for hint in hints:
            said = hint.value.strip().replace("_", "-").partition("-")[0].lower()
            if said in shares:
                return Found(Language(code=said, confidence=round(float(shares[said]), 4)), hint.source)
    return Found(Language(code=code, confidence=round(float(shares[code]), 4)), Source.TEXT)


@cache
def _detector() -> LanguageIdentifier:
    """Loaded at the first article, once a process; probabilities normalised over all languages."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
