"""What can be seen of a line without understanding it."""

import re
from dataclasses import dataclass

from worker.clean.cues import cue
from worker.model import BoilerplateReason

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese: scripts that are written without blanks between words."""
CHARACTERS_A_WORD = 2
TERMINAL = re.compile(r"[.!?…。！？।؟۔։።](?:[\"'”’»›“)\]」』]|\s|\[\d+\])*$")
BULLET = re.compile(r"^(?:[•·▪◦‣●○■*–-]|\d{1,2}[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """One line in numbers: its length in words, its shape, its place, its cue and how often it occurs."""

    words: int
    sentence_end: bool
    lowercase: float
    bullet: bool
    position: float
    repeats: int
    cue: BoilerplateReason | None


def count_words(text: str) -> int:
    """Words; in scripts without blanks, every two characters count as one."""
    return len(WORD.findall(UNSPACED.sub(" ", text))) + (len(UNSPACED.findall(text)) + 1) // CHARACTERS_A_WORD


def lowercase_share(text: str) -> float:
    """Share of the words that begin with a small letter; 1 where the script has no case."""
    initials = [word[0] for word in text.split() if word[0].isalpha()]
    if not initials:
        return 0.0
    return sum(not c.isupper() for c in initials) / len(initials)


def features(lines: list[str]) -> list[Features]:
    """The features of every line, in order."""
    counts: dict[str, int] = {}
    for line in lines:
        counts[line] = counts.get(line, 0) + 1
    return [_features(line, i / len(lines), counts[line]) for i, line in enumerate(lines)]


def _features(line: str, position: float, repeats: int) -> Features:
    words = count_words(line)
    return Features(
        words=words,
        sentence_end=TERMINAL.search(line[-12:]) is not None,
        lowercase=lowercase_share(line),
        bullet=BULLET.match(line) is not None,
        position=position,
        repeats=repeats,
        cue=cue(line, words),
    )
