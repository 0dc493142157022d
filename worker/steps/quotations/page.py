"""The text with its words, verbs of saying and quoted stretches, ready to be asked what stands between two places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from worker.model import Paragraph
from worker.steps.quotations.clauses import Site, sites
from worker.steps.quotations.lexicon import numbers
from worker.steps.quotations.marks import Quoted, quoted

_STOPS = frozenset({".", "!", "?", "...", "…"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article. Words are counted in tokens of `doc`, places in code points of `text`.

    `starts` and `lowers` hold place and lower form (as spaCy's number) of each token, `stops` the tokens that end a
    sentence, `site_words` those of `sites`, `quoted` the quoted stretches of each paragraph, `quotes` all of them.
    """

    doc: Doc
    text: str
    starts: Sequence[int]
    lowers: Sequence[int]
    stops: Sequence[int]
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
        words = self.words(start, end)
        return bisect_left(self.stops, words.stop) - bisect_left(self.stops, words.start)

    def stop(self, words: range) -> int | None:
        """The first of these tokens that ends a sentence."""
        at = bisect_left(self.stops, words.start)
        return self.stops[at] if at < len(self.stops) and self.stops[at] < words.stop else None

    def last_stop(self, words: range) -> int | None:
        """The last of these tokens that ends a sentence."""
        at = bisect_left(self.stops, words.stop) - 1
        return self.stops[at] if at >= 0 and self.stops[at] >= words.start else None


def page(doc: Doc, text: str, paragraphs: Sequence[Paragraph]) -> Page:
    """The page of an article; without paragraphs, its lines are those."""
    numbered = doc.to_array(["IDX", "LOWER"]).tolist()
    lowers, stops = [lower for _, lower in numbered], numbers(_STOPS)
    found = sites(doc, lowers)
    bounds = [(p.start, min(p.end, len(text))) for p in paragraphs if p.start < len(text)] or list(_lines(text))
    marks = [quoted(text, start, end) for start, end in bounds]
    return Page(
        doc=doc,
        text=text,
        starts=[start for start, _ in numbered],
        lowers=lowers,
        stops=[i for i, lower in enumerate(lowers) if lower in stops],
        sites=found,
        site_words=[site.token.i for site in found],
        paragraphs=bounds,
        quoted=marks,
        quotes=[quote for row in marks for quote in row],
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield place, place + len(line.rstrip())
        place += len(line)
