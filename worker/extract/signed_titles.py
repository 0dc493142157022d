"""Titles of flattened pages that run on into the byline behind them."""

import re

from worker.clean.shapes import DAY
from worker.extract.written_names import NAMES

SAID = r"(?:\s+(?:[Pp]osted|[Pp]ublished|[Ww]ritten))?\s+(?:by|By|BY|von|Von|par|Par|por|Por)"
MONTH_DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}"
"""A day to which the next word is glued."""
WITH_DAY = re.compile(
    rf"(?:{SAID}\s+(?P<names>{NAMES})\b.{{0,20}}?|\s+(?:[Pp]osted|[Pp]ublished)\s+on\s+)(?:(?i:{DAY})|{MONTH_DAY})"
    rf"(?:.*?\b(?:by|By)\s+(?P<later>{NAMES}))?"
)
AT_END = re.compile(rf"\s+(?:By|Von|Par|Por)\s+(?P<names>{NAMES})$")
OPEN = re.compile(rf"(?:{SAID}|\s+(?:[Pp]osted|[Pp]ublished) on)$")
FIRST_NAMES = re.compile(NAMES)
SMALL = re.compile(r"\b[a-zß-ÿ][a-zß-ÿ]{3,}")
CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][a-zß-ÿ]{3,}")


def signed_title(text: str, after: str) -> tuple[str, str | None]:
    """The title, and the names of a byline that its line goes on with; `after` is the next line.

    A `by` inside a title is believed where a day follows the name (`Pier rebuilt by Ann Lee March 8, 2023`), or where
    it alone is written with a capital among small words; one at the end where the next line is a name, or a day.
    """
    if match := WITH_DAY.search(text):
        return text[: match.start()], match["names"] or match["later"]
    if (match := AT_END.search(text)) and _in_small(text[: match.start()]):
        return text[: match.start()], match["names"]
    if (match := OPEN.search(text)) and (FIRST_NAMES.match(after) or re.match(rf"(?i:{DAY})", after)):
        return text[: match.start()], None
    return text, None


def _in_small(text: str) -> bool:
    """Whether titles here are written like sentences."""
    return len(SMALL.findall(text)) >= len(CAPITALISED.findall(text))
