"""The `date YYYY-MM-DD` with which flattened text may begin."""

import re
from datetime import date

_LEADING_DATE = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})(?!\S)[^\S\n]*")


def cut_leading_date(text: str) -> tuple[str, str | None]:
    """The text without its leading date, and the date; a day that the calendar does not have stays text."""
    match = _LEADING_DATE.match(text)
    if not match:
        return text, None
    try:
        day = date.fromisoformat(match[1])
    except ValueError:
        return text, None
    return text[match.end() :], day.isoformat()
