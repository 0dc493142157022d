"""The stream of rows in which React's server sends a page to the browser, a piece a script."""

import re
from collections.abc import Iterable, Iterator

from worker.clean.html.scripts.literals import INNER, Literal, literals, unescaped

PUSH = re.compile(r'self\.__next_f\.push\(\[1,\s?"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
MOST_ROWS = 5_000


def rows(scripts: Iterable[str]) -> dict[str, Literal]:
    """The rows of all scripts by their names."""
    stream = "".join(unescaped(found.group(1)) for script in scripts for found in PUSH.finditer(script))
    return dict(_rows(stream.encode("utf-8", "replace")))


def _rows(stream: bytes) -> Iterator[tuple[str, Literal]]:
    """Texts have a length in bytes and no end, all others end with the line."""
    at = 0
    for _ in range(MOST_ROWS):
        row = ROW.match(stream, at)
        line_end = stream.find(b"\n", at)
        line_end = len(stream) if line_end < 0 else line_end
        at = line_end + 1
        if row and row.group(2):
            at = row.end() + int(row.group(2), 16)
            text = stream[row.end() : at].decode("utf-8", "replace")
            yield row.group(1).decode(), (literals(text) if INNER.match(text) else text)
        elif row:
            yield row.group(1).decode(), literals(stream[row.end() : line_end].decode("utf-8", "replace"))
        if at >= len(stream):
            return
