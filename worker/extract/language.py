"""In which language the article is."""

from collections.abc import Iterable
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from worker.extract.clues import Clue, Found
from worker.model import Language, Source

SAMPLE_CHARACTERS = 1_000
PIECES, PIECE_CHARACTERS = 4, 75
"""The detector walks the text byte by byte; pieces of the sample settle its answer for news.

As many characters from the front alone do not: articles open with a line in another language on 3 of 2,010 pages.
"""
SETTLED = 0.98
"""From here on the pieces gave the answer of the whole sample on all of 1,960 pages; the other 50 are read whole."""
SURE = 0.9
"""Below this the text is too short or too mixed to tell, and what the sender or the page says is taken."""

_PRESS = (
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv ta te "
    "th tr uk ur vi zh"
)
OF_THE_PRESS = frozenset(_PRESS.split())
RARER = 0.1
"""How much rarer news in any other language is. Without it, 24 of 500 Portuguese headlines were Galician."""
PART_OF = {"wuu": "zh", "yue": "zh", "arz": "ar", "ary": "ar"}
"""As they are written. Other codes of three letters (Nigerian Pidgin, Extremaduran …) have none in ISO 639-1."""
TWO_LETTERS = 2


def language(text: str, hints: Iterable[Clue]) -> Found[Language] | None:
    """The detector's answer for the text's beginning; where it is not sure, the first hint whose code it knows."""
    sample = text[:SAMPLE_CHARACTERS]
    if not any(character.isalpha() for character in sample):
        return None
    code, share = _detector().classify(_pieces(sample))
    if share >= SETTLED and code in OF_THE_PRESS:
        return Found(Language(code=code, confidence=round(share, 4)), Source.TEXT)
    shares = _shares(sample)
    code = max(shares, key=lambda each: shares[each])
    if shares[code] < SURE:
        for hint in hints:
            said = hint.value.strip().replace("_", "-").partition("-")[0].lower()
            if said in shares:
                return Found(Language(code=said, confidence=round(shares[said], 4)), hint.source)
    return Found(Language(code=code, confidence=round(shares[code], 4)), Source.TEXT)


def _pieces(sample: str) -> str:
    """Short pieces from all over the sample; all of it where they would be most of it."""
    if len(sample) < 2 * PIECES * PIECE_CHARACTERS:
        return sample
    step = (len(sample) - PIECE_CHARACTERS) // (PIECES - 1)
    return " ".join(sample[i * step : i * step + PIECE_CHARACTERS] for i in range(PIECES))


def _shares(sample: str) -> dict[str, float]:
    """The probability of each language that has a code of two letters, given how much of the world's news is in it."""
    shares: dict[str, float] = {}
    for found, share in _detector().rank(sample):
        code = PART_OF.get(found, found)
        if len(code) == TWO_LETTERS:
            shares[code] = shares.get(code, 0.0) + float(share) * (1.0 if code in OF_THE_PRESS else RARER)
    total = sum(shares.values())
    return {code: share / total for code, share in shares.items()} if total else shares


@cache
def _detector() -> LanguageIdentifier:
    """Loaded at the first article, once a process; probabilities normalised over all languages."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
