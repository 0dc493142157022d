"""The literals in a script: JSON and what is like it, read without running anything."""

import json
import re
from typing import TypeAlias

Literal: TypeAlias = "str | list[Literal] | dict[str, Literal]"
"""Numbers, truth values and names of variables are left out: only texts are looked for."""
TOKEN = re.compile(
    r'"(?P<text>(?:[^"\\]++|\\.)*+)"?(?P<key>\s*+:)?|[{}\[\]]|(?<![\w$])(?P<name>[A-Za-z_$][\w$]*+):', re.DOTALL
)
"""The closing quote may be missing: a search from every quote to the end of the page would never end."""
PARSED = re.compile(
    r"JSON\.parse\(\s{0,99}(?:(String\.raw)\s{0,9})?(?:'((?:[^'\\]++|\\.)*+)'|`((?:[^`\\]++|\\.)*+)`)", re.DOTALL
)
PARSED_WITHIN = 500
"""What a script does with its literal stands before it; further on it may be a part of one."""
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
OF_ANGULAR = (("&q;", '"'), ("&s;", "'"), ("&l;", "<"), ("&g;", ">"), ("&a;", "&"))
INNER = re.compile(r'\s*+(?:\{\s*+"|\[\s*+[\[{"])')
NESTED, SHORTEST_INNER = 2, 200
"""Texts that are literals themselves are read so often, one in another, where they are not short."""
MOST_TOKENS, DEEPEST = 100_000, 60


def literals(script: str, nested: int = NESTED) -> list[Literal]:
    """The literals of the script in order, the outermost; unreadable scripts have none, or odd ones."""
    parsed = PARSED.search(script) if "JSON.parse(" in script[:PARSED_WITHIN] else None
    if parsed:
        raw, single, back = parsed.groups()
        text = back if single is None else single
        script = text if raw else unescaped(text)
    elif "&q;" in script:
        for escaped, sign in OF_ANGULAR:
            script = script.replace(escaped, sign)
    return _Reader(nested).read(script)


class _Reader:
    """The objects and lists that are open, the innermost last, and the key that each has come to."""

    def __init__(self, nested: int) -> None:
        self.nested = nested
        self.open: list[list[Literal] | dict[str, Literal]] = [[]]
        self.keys = [""]

    def read(self, script: str) -> list[Literal]:
        """What stands in no other."""
        outermost: list[Literal] = []
        self.open[0] = outermost
        for count, found in enumerate(TOKEN.finditer(script)):
            if count >= MOST_TOKENS or len(self.open) > DEEPEST:
                break
            kind = found.lastgroup
            if kind == "text":
                self._put(self._inner(unescaped(found["text"])))
            elif kind:
                self.keys[-1] = unescaped(found["text"]) if kind == "key" else found["name"]
            else:
                self._bracket(found.group())
        return outermost

    def _bracket(self, sign: str) -> None:
        if sign in "{[":
            new: list[Literal] | dict[str, Literal] = {} if sign == "{" else []
            self._put(new)
            self.open.append(new)
            self.keys.append("")
        elif len(self.open) > 1:
            self.open.pop()
            self.keys.pop()

    def _put(self, value: Literal) -> None:
        """Into the list, or under the key: what comes under the same one again gets one of its own."""
        where, key = self.open[-1], self.keys[-1]
        if isinstance(where, list):
            where.append(value)
        else:
            where[key if key not in where else f"{key} {len(where)}"] = value

    def _inner(self, text: str) -> Literal:
        """The text, or the literal that it is."""
        if not self.nested or len(text) < SHORTEST_INNER or not INNER.match(text):
            return text
        found = _Reader(self.nested - 1).read(text)
        return found[0] if len(found) == 1 else found


def unescaped(text: str) -> str:
    """The characters that a quoted text means."""
    if "\\" not in text:
        return text
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        whole = ESCAPE.sub(_character, text)
        return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(found: re.Match[str]) -> str:
    four, two, other = found.groups()
    return chr(int(four or two, 16)) if four or two else ESCAPED.get(other, other)
