"""Documents to encode, with sections that no step makes."""

from dataclasses import dataclass

from hypothesis import strategies as st

from worker.model import (
    Article,
    Author,
    AuthorKind,
    BoilerplateReason,
    Document,
    Image,
    Language,
    Mention,
    Paragraph,
    ParagraphKind,
    Problem,
    Removed,
    Source,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """A section that no step makes."""

    sky: str
    degrees: float | None = None
    mentions: tuple[Mention, ...] = ()


SECTIONS: dict[str, object] = {"weather": Weather | None, "winds": tuple[Weather, ...]}

FULL = Document(
    article=Article(
        id="a-1",
        text="Rain.\n\nMore rain.",
        paragraphs=(Paragraph(start=0, end=5, kind=ParagraphKind.HEADING), Paragraph(start=7, end=17)),
        title="Rain",
        standfirst="It rains.",
        authors=(Author(name="Ann Lee"), Author(name="Reuters", kind=AuthorKind.AGENCY)),
        published_at="2022-03-28T17:28:00+05:30",
        modified_at="2022-03-29",
        language=Language(code="en", confidence=0.5),
        url="https://news.example/a",
        canonical_url="https://news.example/b",
        site="News",
        section="Weather",
        images=(Image(url="https://news.example/i.jpg", credit="Bo"),),
        reading_time_minutes=1,
        removed=(
            Removed(reason=BoilerplateReason.SHARE_BAR, text="Share"),
            Removed(reason=BoilerplateReason.COOKIE_NOTICE, text="We use cookies"),
            Removed(reason=BoilerplateReason.SHARE_BAR, text="Tweet"),
        ),
        provenance={"title": Source.JSON_LD, "published_at": Source.TEXT},
    ),
    sections={"weather": Weather(sky="grey", mentions=(Mention(start=0, end=4, text="Rain"),)), "winds": ()},
    problems=(Problem(step="tides", error="KeyError"),),
)
BARE = Document(article=Article(id="b", text="x", paragraphs=()))

_texts = st.text(st.characters(exclude_categories=()), max_size=8)
_maybe = st.none() | _texts
_offsets = st.integers(0, 9)
_weather = st.builds(
    Weather,
    sky=_texts,
    degrees=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    mentions=st.lists(st.builds(Mention, start=_offsets, end=_offsets, text=_texts), max_size=2).map(tuple),
)
articles = st.builds(
    Article,
    id=_texts,
    text=_texts,
    paragraphs=st.lists(st.builds(Paragraph, start=_offsets, end=_offsets), max_size=2).map(tuple),
    title=_maybe,
    standfirst=_maybe,
    authors=st.lists(st.builds(Author, name=_texts), max_size=2).map(tuple),
    published_at=st.none() | st.dates().map(str) | st.datetimes().map(lambda moment: moment.isoformat()),
    language=st.none() | st.builds(Language, code=_texts, confidence=st.floats(0, 1)),
    images=st.lists(st.builds(Image, url=_texts, caption=_maybe), max_size=2).map(tuple),
    reading_time_minutes=st.none() | st.integers(1, 99),
    removed=st.lists(st.builds(Removed, reason=st.sampled_from(BoilerplateReason), text=_texts), max_size=3).map(tuple),
    provenance=st.dictionaries(st.sampled_from(["title", "authors"]), st.sampled_from(Source)),
)
documents = st.builds(
    Document,
    article=articles,
    sections=st.fixed_dictionaries(
        {}, optional={"weather": _weather, "winds": st.lists(_weather, max_size=2).map(tuple)}
    ),
    problems=st.lists(st.builds(Problem, step=_texts, error=_texts), max_size=2).map(tuple),
)
