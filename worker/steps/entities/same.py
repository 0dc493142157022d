"""Whether a shorter name can name what a longer one names."""

from worker.steps.entities.fold import sound
from worker.steps.entities.forms import Form
from worker.steps.entities.lexicon import towns, usual_names, words

LEAST_SOUND = 6
"""Spellings of shorter names differ because the names do."""
LEAST_WORD = 3
SURNAMED = 2
LONGEST_ACRONYM = 8


def same(short: Form, long: Form) -> bool:
    """Whether they can be one by how they are written and what the model took them for."""
    if "NORP" in (short.kind, long.kind):
        return False
    if long.kind == "PERSON":
        return _can_be(short, "PERSON") and _person(short.words, long.words)
    if _acronym(short, long):
        return True
    if short.kind == "PERSON":
        return _surname(short.words, long.words)
    if long.kind == "PLACE":
        return _place(short.words, long.words)
    return _can_be(short, "ORG") and _organisation(short.words, long.words)


def _can_be(form: Form, kind: str) -> bool:
    """Whether the model took it for such a one, or for something else with no more reason than its looks."""
    if form.kinds[kind] > 0 or form.kind == kind:
        return True
    return kind == "PERSON" and form.kind != "NORP" and not (form.kind == "PLACE" and known_place(form))


def known_place(form: Form) -> bool:
    """Whether a country or a town is called so."""
    name = " ".join(form.words)
    return name in towns() or name in usual_names()


def _person(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """A surname or a first name alone, or the same names with initials, without a middle one, or spelt otherwise."""
    if len(short) == 1:
        word = short[0]
        return len(word) >= LEAST_WORD and (_alike(word, long[-1]) or word == long[0])
    if not _alike(short[-1], long[-1]):
        return False
    first, middle = short[0], short[1:-1]
    if short == long[-len(short) :]:
        return True
    return _initial(first, long[0]) and (not middle or not long[1:-1] or _initial(middle[0], long[1]))


def _surname(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a person's name is the last word of what the model took for something else, but looks like a person's."""
    things = words("organisations") | words("places") | words("legal")
    return len(short) == 1 and len(long) == SURNAMED and short[0] == long[1] and not things.intersection(long)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= LEAST_SOUND and sound(one) == sound(other))


def _initial(one: str, other: str) -> bool:
    return _alike(one, other) or (1 in (len(one), len(other)) and one[0] == other[0])


def _organisation(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """What is left when words like Club, Party or Group are cut off its end, or what stands before it at its head."""
    head, tail = long[: len(short)], long[-len(short) :]
    kind_words = words("organisations") | words("legal")
    if len(short) == len(long):
        return False
    if short == head and all(word in kind_words for word in long[len(short) :]):
        return True
    if short == tail and long[-len(short) - 1] in ("of", "for"):
        return False
    telling = [word for word in short if word not in kind_words and word not in words("places")]
    return short == tail and (len(short) > 1 or bool(telling)) and len(short[-1]) >= LEAST_WORD


def _place(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Everest and Mount Everest, Volga and Volga River, Ireland and Republic of Ireland."""
    natural = {"mount", "mt", "lake", "river", "cape", "sea", "ocean", "desert", "mountains", "islands"}
    states = {"republic", "state", "kingdom", "city", "commonwealth", "province"}
    rest = [*long]
    if rest[0] in states and rest[1:2] == ["of"]:
        rest = rest[2:]
    elif rest[0] in natural:
        rest = rest[1:]
    elif rest[-1] in natural:
        rest = rest[:-1]
    return len(rest) < len(long) and tuple(rest) == short


def _acronym(short: Form, long: Form) -> bool:
    return len(short.words) == 1 and len(long.words) > 1 and is_acronym(short.text, long.text)


def is_acronym(short: str, long: str) -> bool:
    """WHO and World Health Organization: the initials of its words, those written small left out or not."""
    letters = "".join(c for c in short if c.isalnum())
    if not 2 <= len(letters) <= LONGEST_ACRONYM or not letters.isupper():
        return False
    parts = long.replace("-", " ").split()
    capitals = [part[0] for part in parts if part[0].isupper()]
    return letters in ("".join(capitals), "".join(part[0] for part in parts).upper())
