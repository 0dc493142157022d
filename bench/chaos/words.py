"""A pipeline that costs next to nothing, so that faults and not spaCy are what is tested."""

import time
from collections.abc import Sequence

import orjson

from worker.model import Enriched, Outcome, Record, Stopwatch
from worker.settings import Settings

SECONDS = 0.002
"""What a record takes: long enough that a kill finds a child at work."""


class Words:
    """Publishes the message with the number of its words."""

    def __init__(self, settings: Settings) -> None:
        del settings

    def process(self, records: Sequence[Record], stopwatch: Stopwatch) -> list[Outcome]:
        """One outcome a record, in the same order."""
        del stopwatch
        time.sleep(SECONDS * len(records))
        return [_outcome(record.value.decode()) for record in records]


def _outcome(text: str) -> Outcome:
    return Enriched(id=text, document=orjson.dumps({"text": text, "words": len(text.split())}))
