"""What of a page is not shown and may hold its article, each written as HTML."""

from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement

from worker.clean.html.clues import PageClues
from worker.clean.html.scripts import flight
from worker.clean.html.scripts.literals import Literal, literals
from worker.clean.html.scripts.passages import passages
from worker.clean.html.scripts.revived import is_flat, revived
from worker.clean.html.scripts.stories import story

LEAST_BLANKS = 60
"""What has fewer has no article; of other scripts the letters are counted."""
HELD_BACK = ("noscript", "template")
"""Elements that browsers show where scripts are off, or not before a script says so."""
OF_HTML = frozenset({"text/template", "text/html", "text/x-template", "text/x-handlebars-template"})
"""Types of scripts that are markup."""
PIECE, PIECE_WITHIN = "self.__next_f", 100
MOST_CHARACTERS = 2_000_000
"""Of likely scripts; the largest state of 2,400 pages has 1.6 million."""
SAMPLES, SAMPLE_WORDS = 6, 3


def sources(tree: HtmlElement, clues: PageClues, shown: str) -> Iterator[str]:
    """The likely ones; where something is shown, those that hold some of its words."""
    samples = samples_of(shown)
    states: list[str] = []
    stream: list[str] = []
    left = MOST_CHARACTERS
    for script in tree.iter("script"):
        text = (script.text or "")[:left]
        if PIECE in text[:PIECE_WITHIN]:
            stream.append(text)
            left -= len(text)
        elif _is_likely(text, samples):
            left -= len(text)
            if script.get("type") in OF_HTML:
                yield text
            else:
                states.append(text)
    yield from _of_states(states, stream if _is_likely("\n".join(stream), samples) else [], clues)
    for element in tree.iter(*HELD_BACK):
        markup = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
        if _is_likely(markup, samples):
            yield markup.replace("<noscript", "<div", 1).replace("<template", "<div", 1)


def samples_of(shown: str) -> list[str]:
    """Some words in a row from all over the text, as they are and as JSON may write them."""
    words = shown.split()
    step = max(len(words) // SAMPLES, SAMPLE_WORDS)
    plain = [" ".join(words[at : at + SAMPLE_WORDS]) for at in range(0, len(words) - SAMPLE_WORDS + 1, step)]
    return [form for text in plain for form in dict.fromkeys((text, _escaped(text)))]


def _escaped(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode("ascii")


def _is_likely(text: str, samples: Sequence[str]) -> bool:
    """Whether there are the blanks of an article, or the letters of other scripts; and some of the samples.

    To read what is no article costs a thousand times as much.
    """
    if text.count(" ") < LEAST_BLANKS:
        others = len(text.encode("utf-8", "replace")) - len(text) + text.count("\\u")
        if others < LEAST_BLANKS:
            return False
    return not samples or any(sample in text for sample in samples)


def _of_states(states: Sequence[str], stream: Sequence[str], clues: PageClues) -> Iterator[str]:
    rows = flight.rows(stream)
    values: list[Literal] = [value for text in states for value in (revived(text) if is_flat(text) else literals(text))]
    yield story(passages(values, rows), clues)
