"""A day of publication in the data that a page brings along for its own scripts."""

import re

from worker.extract.clues import Moment, Trust
from worker.model import Source

NAMED = re.compile(
    r"(?i:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time)|publication_?date|first_?published(?:_?at|date)?"
    r"|pub_?date)\\*[\"']?\s?[:=]\s?\\*[\"'](?P<day>\d{4}-\d\d-\d\d[^\"'\\<]{0,20}|\w{3,9} \d{1,2}, \d{4})\\*[\"']"
)
LONGEST = 3_000_000


def scripted_day(content: str) -> tuple[Moment, ...]:
    """The first day under a name for it, read from the characters of the page, escaped as often as it may be."""
    found = NAMED.search(content, 0, LONGEST)
    return (Moment(found["day"], Source.MARKUP, Trust.SCRIPTED),) if found else ()
