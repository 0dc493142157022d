"""Dates that only a search of the whole page finds. The one module that knows htmldate."""

import logging
from copy import deepcopy

from htmldate import find_date
from lxml.html import HtmlElement

from worker.extract.clues import Clue, Found
from worker.model import Source

logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def searched_date(tree: HtmlElement, url: str | None, latest: str | None) -> tuple[Clue, ...]:
    """The day of publication that htmldate finds, up to `latest`; nothing where it finds none."""
    found = find_date(deepcopy(tree), url=url, original_date=True, max_date=latest or "2100-01-01")
    return (Found(found, Source.MARKUP),) if found else ()
