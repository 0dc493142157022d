"""The text with its words, verbs of saying and quoted stretches, ready to be asked what stands between two places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from worker.model import Paragraph
from worker.steps.quotations.clauses import Site, sites
from worker.steps.quotations.marks import Quoted, quoted

_STOPS = frozenset({".", "!", "?", "...", "…"})


@dataclass(frozen=True, slots=True)
class Page:
    """One article. Words are counted in tokens of `doc`, places in code points of `text`.

    `quoted` holds the quoted stretches of each paragraph, `quotes` all of them; `site_words` the tokens of `sites`.
    """

    doc: Doc
    text: str
    starts: Sequence[int]
    sites: Sequence[Site]
    site_words: Sequence[int]
    paragraphs: Sequence[tuple[int, int]]
    quoted: Sequence[Sequence[Quoted]]
    quotes: Sequence[Quoted]

    def words(self, start: int, end: int) -> range:
        """The tokens that begin within [start, end)."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def verbs(self, words: range) -> Sequence[Site]:
        """The verbs of saying among these tokens."""
        first = bisect_left(self.site_words, words.start)
        return self.sites[first : bisect_left(self.site_words, words.stop)]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the tokens `start` up to `end` stand in the text."""
        return self.starts[start], self.starts[end - 1] + len(self.doc[end - 1])

    def paragraph_of(self, place: int) -> int:
        """The number of the paragraph that the place is in, or after."""
        return bisect_right(self.paragraphs, (place, len(self.text))) - 1

    def bounds(self, place: int) -> tuple[int, int]:
        """Start and end of the paragraph that the place is in."""
        return self.paragraphs[max(0, self.paragraph_of(place))]

    def quotes_at(self, place: int) -> Sequence[Quoted]:
        """The quoted stretches of the paragraph that the place is in."""
        return self.quoted[max(0, self.paragraph_of(place))]

    def is_quoted(self, place: int) -> bool:
        """Whether the place stands between quotation marks."""
        return any(quote.start <= place < quote.end for quote in self.quotes_at(place))

    def sentences_between(self, start: int, end: int) -> int:
        """How many sentences end between the two places."""
        return sum(self.doc[i].text in _STOPS for i in self.words(start, end))

    def stop(self, words: range) -> int | None:
        """The first token that ends a sentence."""
        return next((i for i in words if self.doc[i].text in _STOPS), None)

    def last_stop(self, words: range) -> int | None:
        """The last token that ends a sentence."""
        return next((i for i in reversed(words) if self.doc[i].text in _STOPS), None)


def page(doc: Doc, text: str, paragraphs: Sequence[Paragraph]) -> Page:
    """The page of an article; without paragraphs, its lines are those."""
    length = len(text)
    bounds = [(p.start, min(p.end, length)) for p in paragraphs if p.start < length] or list(_lines(text))
    found = sites(doc)
    starts: list[int] = doc.to_array("IDX").tolist() if len(doc) else []
    marks = [quoted(text, start, end) for start, end in bounds]
    flat = [quote for row in marks for quote in row]
    return Page(doc, text, starts, found, [site.token.i for site in found], bounds, marks, flat)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield place, place + len(line.rstrip())
        place += len(line)
