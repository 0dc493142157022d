"""A text as the grammar sees it: one character a token, which says what class the token is of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from worker.steps.times.lexicon import EVENTS, HOLIDAYS, KINDS, WORD_LISTS, WORDS, kinds

_APOSTROPHE = "['’‘]"
# A word first, for most tokens are words, but what looks like one and is none before it.
_TOKEN = re.compile(
    rf"""
    (?P<meridiem>[ap](?:\.\s?m\b\.?|m\b)|[AP](?:\.\s?M\b\.?|M\b))
    |(?P<word>o{_APOSTROPHE}clock\b|[^\W\d_]\w*)
    |(?P<possessive>{_APOSTROPHE}s\b)
    |(?P<break>\n\s*)
    |(?P<iso>\d{{4}}-\d\d-\d\d(?![\d-]))
    |(?P<slashed>\d{{1,2}}/\d{{1,2}}(?:/(?:\d{{4}}|\d{{2}}))?(?![\d/]))
    |(?P<dotted>\d{{1,2}}\.\d{{1,2}}\.\d{{4}}(?!\.?\d))
    |(?P<clock>\d{{1,2}}(?::\d\d){{1,2}}(?![\d:])|\d{{1,2}}\.\d\d(?=\s?[aApP]\.?[mM]\b))
    |(?P<decade>(?:\d\d|{_APOSTROPHE})?\d0{_APOSTROPHE}?s\b)
    |(?P<short_year>(?<!['’‘`\w]){_APOSTROPHE}\d\d(?!\w))
    |(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)\b)
    |(?P<fraction>(?:\d{{1,3}}[ -])?\d/\d(?!\d)|\d{{1,3}}\s?[½¼¾])
    |(?P<number>\d+(?:,\d\d\d)+(?:\.\d+)?|\d+\.\d+|\d+)
    |(?P<stop>[.!?;])|(?P<comma>,)|(?P<dash>[-–—−_]+)|(?P<slash>/)|(?P<open>[(\[])|(?P<close>[)\]])
    |(?P<currency>[$£€¥#])|(?P<percent>%)|(?P<other>[^\w\s]|\w+)
    """,
    re.VERBOSE,
)
_UNITS = "one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_COMPOUND = re.compile(rf"[- ]({_UNITS})(?!\w)")
_ABBREVIATED = WORD_LISTS["abbreviated"]
_OTHER, _WORD = KINDS["other"], KINDS["word"]
_CAPITALISED = kinds("month", "weekday", "weekday_short", "weekdays")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_MOST_DAYS, _FIRST_YEAR, _LAST_YEAR = 31, 1_000, 2_100
_TWENTY = 20
_LONGEST_NUMBER = 9
_HOLIDAY_NAMES = {name for table in HOLIDAYS.values() for name in table}
_HOLIDAY_HEADS = {re.split(r"\W", name)[0] for name in _HOLIDAY_NAMES}
_KNOWN = WORDS.keys() | _HOLIDAY_HEADS


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(f"(?i:{'|'.join(map(re.escape, longest_first))})(?!\\w)".replace("'", _APOSTROPHE))


_HOLIDAY = _any_of(_HOLIDAY_NAMES)


class Token(NamedTuple):
    """Where a token stands and what it stands for."""

    start: int
    end: int
    value: object


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, and the string that has one character for the class of each."""

    items: list[Token]
    kinds: str


def tokens(text: str) -> Tokens:
    """The text's tokens; blanks are none, line breaks are."""
    items: list[Token] = []
    classes: list[str] = []
    position = 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if start < position:
            continue  # inside of a token that ran on
        kind, value, position = _OTHER, None, end
        if found.lastgroup != "word":
            kind, value = _shape(str(found.lastgroup), found.group())
        elif (low := found.group().lower()) in _KNOWN:
            kind, value, position = _word(text, low, start, end)
        items.append(Token(start, position, value))
        classes.append(kind)
    return Tokens(items, "".join(classes))


def _word(text: str, low: str, start: int, end: int) -> tuple[str, object, int]:
    """The word's class and value, and where it ends: names of holidays and numbers such as twenty-five run on."""
    if low in _HOLIDAY_HEADS and text[start].isupper() and (holiday := _HOLIDAY.match(text, start)):
        return KINDS["holiday"], re.sub("[’‘]", "'", holiday.group().lower()), holiday.end()
    kind, value = WORDS.get(low, (_OTHER, None))
    if kind in _CAPITALISED:
        if not text[start].isupper():
            return _OTHER, None, end
        return kind, value, end + (low in _ABBREVIATED and text[end : end + 1] == ".")
    if kind == _WORD and isinstance(value, int) and value >= _TWENTY and (compound := _COMPOUND.match(text, end)):
        unit = WORDS[compound.group(1)]
        return unit.kind, value + int(str(unit.value)), compound.end()
    return kind, value, end


def _shape(name: str, text: str) -> tuple[str, object]:
    """The class and value of a token that is no word."""
    if name == "number":
        return _number(text)
    if name == "fraction":
        return KINDS["decimal"], _fraction(text)
    if name == "ordinal":
        return KINDS["ordinal"], int(text[:-2])
    if name == "slashed" and text in EVENTS:
        return KINDS["event"], EVENTS[text]
    return KINDS[name], text


def _number(text: str) -> tuple[str, object]:
    if "." in text:
        return KINDS["decimal"], float(text.replace(",", "")[:_LONGEST_NUMBER])
    value = int(text.replace(",", "")[:_LONGEST_NUMBER])
    if len(text) <= len("31") and value <= _MOST_DAYS:
        return KINDS["small"], value
    if len(text) == len("1998") and _FIRST_YEAR <= value <= _LAST_YEAR:
        return KINDS["year4"], value
    return KINDS["large"], value


def _fraction(text: str) -> float:
    if text[-1] in _FRACTIONS:
        return float(text[:-1].strip() or 0) + _FRACTIONS[text[-1]]
    whole, _, fraction = text.replace("-", " ").rpartition(" ")
    above, below = map(int, fraction.split("/"))
    return float(whole or 0) + (above / below if below else 0)
