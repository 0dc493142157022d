"""Inputs that no worker can read, and pages that hold no article: for the dead letters and the skips."""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """A record's value and headers, and the reason that it must be rejected or skipped for."""

    name: str
    value: bytes
    reason: str
    headers: dict[str, str] = field(default_factory=dict)


PAGE = b"<!doctype html><html><head><title>Half</title></head><body><p>It begins well, and then it</p></body></html>"
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")

DAMAGED = (
    Damaged(
        name="cut-envelope.json",
        value=b'{"id": "poison/cut-envelope", "html": "<p>The sender died in the middle of',
        reason="invalid-envelope",
        headers={"content-type": "application/json"},
    ),
    Damaged(
        name="neither-html-nor-text.json",
        value=b'{"id": "poison/neither", "url": "https://www.harbour-ledger.example/world/1", "body": "misnamed"}',
        reason="invalid-envelope",
        headers={"content-type": "application/json"},
    ),
    Damaged(name="a-picture.png", value=PIXEL, reason="unknown-content-type", headers={"content-type": "image/png"}),
    Damaged(
        name="unknown-encoding.html.br",
        value=PAGE,
        reason="unknown-content-encoding",
        headers={"content-type": "text/html", "content-encoding": "br"},
    ),
    Damaged(
        name="cut-gzip.html.gz",
        value=gzip.compress(PAGE, mtime=0)[:-20],
        reason="undecodable",
        headers={"content-type": "text/html", "content-encoding": "gzip"},
    ),
    Damaged(
        name="bomb.html.gz",
        value=gzip.compress(b"<p>" + b" " * 12_000_000, mtime=0),
        reason="too-large",
        headers={"content-type": "text/html", "content-encoding": "gzip"},
    ),
    Damaged(
        name="empty-page.html",
        value=b"<!doctype html><html><head><title>404</title></head><body></body></html>",
        reason="empty",
        headers={"content-type": "text/html"},
    ),
    Damaged(name="nothing.txt", value=b"  \n", reason="empty", headers={"content-type": "text/plain"}),
)


def write(folder: Path) -> None:
    """Each value as a file, and one list that says how to send it and what must become of it."""
    folder.mkdir(parents=True, exist_ok=True)
    for item in DAMAGED:
        (folder / item.name).write_bytes(item.value)
    told = [{"file": item.name, "headers": item.headers, "reason": item.reason} for item in DAMAGED]
    (folder / "poison.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
