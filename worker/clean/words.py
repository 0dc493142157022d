"""Words, sentence ends and bullets, in any script."""

import re

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese: scripts that are written without blanks between words."""
CHARACTERS_A_WORD = 2
TERMINAL = re.compile(r"[.!?…。！？।؟۔։።](?:[\"'”’»›“)\]」』]|\s|\[\d+\])*$")
BULLET = re.compile(r"^(?:[•·▪◦‣●○■*–-]|\d{1,2}[.)])\s+(?=\S)")

LONGEST_END = 12
"""A sentence's end with all that may close behind it; a search of the whole line would cost more for no more."""


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return TERMINAL.search(line[-LONGEST_END:]) is not None


def count_words(text: str) -> int:
    """Words; in scripts without blanks, every two characters count as one."""
    if text.isascii():
        return len(WORD.findall(text))
    return len(WORD.findall(UNSPACED.sub(" ", text))) + (len(UNSPACED.findall(text)) + 1) // CHARACTERS_A_WORD


def lowercase_share(text: str) -> float:
    """Share of the words that begin with a small letter, 1 where the script has no case, 0 where no word begins so."""
    initials = [word[0] for word in text.split() if word[0].isalpha()]
    if not initials:
        return 0.0
    return sum(not c.isupper() for c in initials) / len(initials)
