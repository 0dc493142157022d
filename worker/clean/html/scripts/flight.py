"""The stream of rows in which React's server sends a page to the browser, a piece a script, written as the page."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from worker.clean.html.scripts.literals import INNER, Literal, literals, unescaped
from worker.clean.html.scripts.prose import is_code

PUSH = re.compile(r'self\.__next_f\.push\(\[1,\s?"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
REFERENCE = re.compile(r"\$L?([0-9a-f]{1,8})")
TAG = re.compile(r"[a-z][a-z0-9]{0,15}")
UNWRITTEN = frozenset({"script", "style", "link", "meta", "svg", "title", "noscript", "template"})
MOST_ROWS = 5_000
MOST_PIECES = 100_000
DEEPEST = 100


def rows(scripts: Iterable[str]) -> dict[str, Literal]:
    """The rows of all scripts by their names."""
    stream = "".join(unescaped(found.group(1)) for script in scripts for found in PUSH.finditer(script))
    return dict(_rows(stream.encode("utf-8", "replace")))


def _rows(stream: bytes) -> Iterator[tuple[str, Literal]]:
    at = 0
    for _ in range(MOST_ROWS):
        row = ROW.match(stream, at)
        if row is None:
            at = stream.find(b"\n", at) + 1
            if not at:
                return
            continue
        name = row.group(1).decode()
        if row.group(2):
            end = row.end() + int(row.group(2), 16)
            text = stream[row.end() : end].decode("utf-8", "replace")
            yield name, (literals(text) if INNER.match(text) else text)
            at = end
        else:
            end = stream.find(b"\n", at)
            end = len(stream) if end < 0 else end
            found = literals(stream[row.end() : end].decode("utf-8", "replace"))
            yield name, found[0] if len(found) == 1 else found
            at = end + 1


def page(named: Mapping[str, Literal]) -> str:
    """The page that the rows describe, as HTML."""
    writer = _Writer(named)
    for name in named:
        writer.row(name)
    return "".join(writer.pieces)


class _Writer:
    """Writes elements as it comes to them, each row once."""

    def __init__(self, named: Mapping[str, Literal]) -> None:
        self.named = named
        self.written: set[str] = set()
        self.pieces: list[str] = []

    def row(self, name: str, depth: int = 0) -> None:
        """The row, where it is elements; texts only where an element says so."""
        if name not in self.written and not isinstance(self.named[name], str):
            self.written.add(name)
            self.write(self.named[name], depth)

    def write(self, value: Literal, depth: int) -> None:
        """An element, or a list of such; texts are the elements' own."""
        if depth > DEEPEST or len(self.pieces) > MOST_PIECES or isinstance(value, dict):
            return
        if isinstance(value, str):
            self.text(value, depth)
        elif value[:1] == ["$"]:
            self.element(value, depth)
        else:
            for item in value:
                if depth or not isinstance(item, str):
                    self.write(item, depth + 1)

    def text(self, value: str, depth: int) -> None:
        """A text, or the row that it calls."""
        reference = REFERENCE.fullmatch(value)
        if reference and reference.group(1) in self.named:
            self.row(reference.group(1), depth + 1)
        elif (not value.startswith("$") or value.startswith("$$")) and not is_code(value):
            self.pieces.append(escape(value.removeprefix("$"), quote=False))

    def element(self, value: list[Literal], depth: int) -> None:
        """An element with what is in it; a component is a plain one."""
        name = value[1] if len(value) > 1 else ""
        properties = value[-1]
        if not isinstance(name, str) or not isinstance(properties, dict) or name in UNWRITTEN:
            return
        tag = name if TAG.fullmatch(name) else "div"
        named = properties.get("className")
        self.pieces.append(f'<{tag} class="{escape(named)}">' if isinstance(named, str) and named else f"<{tag}>")
        markup = properties.get("dangerouslySetInnerHTML")
        if isinstance(markup, dict) and tag == name:
            self.pieces.append(self.markup(markup.get("__html", "")))
        if "children" in properties:
            self.write(properties["children"], depth + 1)
        self.pieces.append(f"</{tag}>")

    def markup(self, text: Literal) -> str:
        """HTML that an element has as its text, or in a row."""
        if not isinstance(text, str):
            return ""
        reference = REFERENCE.fullmatch(text)
        known = self.named.get(reference.group(1)) if reference else text
        return known if isinstance(known, str) and not is_code(known) else ""
