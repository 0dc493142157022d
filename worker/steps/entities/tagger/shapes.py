"""What a word tells by its letters and by the lists that it is in."""

from functools import lru_cache

from worker.steps.entities.fold import fold
from worker.steps.entities.lexicon import given_names, surnames, town_words, towns, usual_names, words

QUOTES = frozenset("()\"'“”‘’[]")
LISTS = ("organisations", "places", "legal", "roles", "titles", "never", "particles")
ENDS = frozenset(".!?:…\n")


@lru_cache(maxsize=20_000)
def shape(word: str) -> tuple[float, ...]:
    """The features of a word by itself."""
    small, folded = word.lower(), fold(word)
    listed = (
        small in given_names(),
        small in surnames(),
        folded in towns(),
        folded in usual_names(),
        folded in town_words(),
        *(
            folded in words(name)
            for name in ("organisations", "places", "legal", "roles", "titles", "never", "particles")
        ),
    )
    letters = (
        word[:1].isupper(),
        word.isupper() and len(word) > 1,
        word.islower(),
        any(c.isdigit() for c in word),
        not any(c.isalnum() for c in word),
        any(c.isupper() for c in word[1:]) and not word.isupper(),
        "." in word,
        len(word) <= 2,
        len(word) >= 8,
        "\n" in word,
        word in QUOTES,
        word in ENDS,
    )
    return tuple(map(float, (*letters, *listed)))
