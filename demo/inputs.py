"""What the demo feeds: sample envelopes, bare pages, the flattened seed, and a few inputs that nobody could read."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
CONTENT_TYPES = {".html": "text/html", ".txt": "text/plain", ".png": "image/png"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One record to feed. `id` is its key too; `trouble` the reason for which it must not be published, if any."""

    id: str
    value: bytes
    headers: tuple[tuple[str, bytes], ...] = ()
    trouble: str | None = None


def inputs() -> list[Input]:
    """All of it, the troublesome ones among the good."""
    good = [*envelopes(), *bare_pages(), seed()]
    bad = list(poison())
    step = len(good) // (len(bad) + 1)
    shares = [good[start : start + step] for start in range(0, step * len(bad), step)]
    mixed = chain.from_iterable([*share, item] for share, item in zip(shares, bad, strict=True))
    return [*mixed, *good[step * len(bad) :]]


def envelopes() -> Iterator[Input]:
    """The Wikinews articles, each once as HTML and once as flattened text."""
    with gzip.open(SAMPLES / "articles.jsonl.gz", "rb") as lines:
        for line in lines:
            yield Input(id=json.loads(line)["id"], value=line.rstrip(b"\n"))


def bare_pages() -> Iterator[Input]:
    """Pages as they lie on disk: the type stands in the headers, the charset in the page or nowhere."""
    for path in sorted((SAMPLES / "pages").iterdir()):
        kind = CONTENT_TYPES[path.suffixes[0]]
        yield _bare(f"pages/{path.name}", path, kind, "gzip" if path.suffix == ".gz" else None)


def seed() -> Input:
    """The flattened page with its cookie notice."""
    return _bare("seed.txt", SAMPLES / "seed.txt", "text/plain", None)


def poison() -> Iterator[Input]:
    """What is rejected or skipped, as `poison.json` tells."""
    folder = SAMPLES / "poison"
    for item in json.loads((folder / "poison.json").read_bytes()):
        headers = {"id": f"poison/{item['file']}", **item["headers"]}
        yield Input(
            id=headers["id"],
            value=(folder / item["file"]).read_bytes(),
            headers=tuple((name, value.encode()) for name, value in headers.items()),
            trouble=item["reason"],
        )


def _bare(key: str, path: Path, content_type: str, encoding: str | None) -> Input:
    headers = [("id", key.encode()), ("content-type", content_type.encode())]
    if encoding:
        headers.append(("content-encoding", encoding.encode()))
    return Input(id=key, value=path.read_bytes(), headers=tuple(headers))
