"""The sample pages as the worker reads them, each beside its gold; cleaned and extracted once."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from worker.clean import clean
from worker.extract import extract
from worker.model import Article, RawArticle, Record
from worker.settings import Input
from worker.wire import decode

SAMPLES = Path(__file__).parent.parent.parent / "samples"
Gold = dict[str, Any]


@cache
def articles() -> tuple[tuple[Article, Gold], ...]:
    """Every page that has gold."""
    golds = {gold["id"]: gold for gold in map(json.loads, _lines("gold.jsonl.gz"))}
    raws = (decode(Record(value=line), Input()) for line in _lines("articles.jsonl.gz"))
    known = (raw for raw in raws if isinstance(raw, RawArticle) and raw.id in golds)
    return tuple((extract(raw, clean(raw)), golds[raw.id]) for raw in known)


def _lines(name: str) -> list[bytes]:
    with gzip.open(SAMPLES / name) as file:
        return file.readlines()
