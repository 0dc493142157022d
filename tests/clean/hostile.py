"""Pages of five megabytes that are made to cost memory, and what cleaning one adds to a process.

`python -m tests.clean.hostile NAME` cleans the page in a process of its own and prints the megabytes.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from tests.clean.pages import PARAGRAPHS, html, paragraphs, raw
from worker.clean import clean
from worker.model import Form

ONE = PARAGRAPHS[0]
PAGES: dict[str, Callable[[], str]] = {
    "one paragraph": lambda: html(f"<p>{ONE * 45_000}</p>"),
    "45,000 paragraphs": lambda: html(f"<p>{ONE}</p>" * 45_000),
    "100,000 links": lambda: html(
        "".join(f"<a href='/story/number/{n}'>Story number {n}</a> " for n in range(100_000))
    ),
    "120,000 rows": lambda: html("<table>", "<tr><td>boats and nets</td><td>12</td></tr>" * 120_000, "</table>"),
    "300,000 breaks": lambda: html("a line of text<br>" * 300_000),
    "450,000 empty elements": lambda: html("<div></div>" * 450_000),
    "200,000 nested elements": lambda: html("<div class='content'><b>" * 200_000, ONE),
    "a million brackets": lambda: html("<" * 1_000_000, ONE, "<a <" * 1_000_000),
    "300,000 attributes": lambda: html("<div ", " ".join(f"data-a{n}='{n}'" for n in range(300_000)), f">{ONE}</div>"),
    "JSON-LD of five megabytes": lambda: html(paragraphs(), head=_script(json.dumps({"articleBody": ONE * 45_000}))),
    "JSON-LD nested 1,000,000 deep": lambda: html(paragraphs(), head=_script('{"articleBody":' + "[" * 1_000_000)),
    "a state of five megabytes": lambda: html(_state({"body": [{"type": "p", "text": ONE}] * 36_000})),
    "a state of 1,600,000 objects": lambda: html(*(_assigned("{}," * 32_000) for _ in range(50))),
    "a state nested 900,000 deep": lambda: html(_assigned('{"a":' * 900_000)),
    "a state without an end": lambda: html(_assigned('{"a":"' + '\\"' * 2_000_000)),
    "a stream of 30,000 elements": lambda: html(_stream(f'["$","p",null,{{"children":"{ONE}"}}]', 30_000)),
    "a text of a megabyte that is called 40,000 times": lambda: html(
        _stream("[" + '{"text":"$ffff"},' * 10_000 + "]", 4),
        _piece(f"\nffff:T{len(ONE) * 10_000:x},{ONE * 10_000}\n"),
    ),
    "30,000 elements for readers without scripts": lambda: html(f"<noscript><p>{ONE}</p></noscript>" * 30_000),
    "a million names": lambda: html("".join(f"<div class='a{n} b{n} c{n}'>{n}</div>" for n in range(150_000))),
}


def _script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def _state(value: object) -> str:
    return f"<script>window.state = {json.dumps(value)}</script>"


def _assigned(text: str) -> str:
    """With so many blanks that it may be text."""
    return f"<script>{'x = 1; ' * 100}y = [{text}</script>"


def _stream(row: str, times: int) -> str:
    text = "\n".join(f"{n:x}:{row}" for n in range(times))
    return "".join(_piece(text[at : at + 50_000]) for at in range(0, len(text), 50_000))


def _piece(text: str) -> str:
    return f"<script>self.__next_f.push([1,{json.dumps(text)}])</script>"


def highest() -> int:
    """The most memory that this process has held, in KB; getrusage would count the parent's from before the exec."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def megabytes(page: str) -> int:
    """What cleaning the page adds at most, once all that is loaded with the first page is there."""
    clean(raw(html(paragraphs()), Form.HTML))
    before = highest()
    clean(raw(page, Form.HTML))
    return (highest() - before) // 1024


if __name__ == "__main__":
    sys.stdout.write(str(megabytes(PAGES[sys.argv[1]]())))
