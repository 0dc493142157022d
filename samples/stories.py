"""The stories, and one story as one house prints it."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from samples.furniture import CAPTIONS, HEADINGS, HOUSES, PHOTOGRAPHERS, WRITERS, House

DATELINE = re.compile(r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w+ \d{1,2}, \d{4}$")
UNFIT = re.compile(r"\(\(|██|Image:|test page|pre-publication|[\u0900-\u097f]", re.IGNORECASE)
ENDED = re.compile(r"[.!?:\"”')\]]$")
MAX_CHARACTERS = 12_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A Wikinews article without Wikinews' own furniture."""

    key: str
    url: str
    title: str
    day: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A story in a house: all that a page of it says, however it is marked up."""

    story: Story
    house: House
    url: str
    section: str
    authors: tuple[str, ...]
    published: datetime
    body: tuple[tuple[str, str], ...]
    standfirst: str | None
    caption: str
    credit: str
    related: tuple[str, ...]

    @property
    def published_at(self) -> str:
        """ISO 8601 with the house's zone."""
        return self.published.strftime("%Y-%m-%dT%H:%M:%S") + self.house.utc_offset

    @property
    def minutes(self) -> int:
        """Reading time as sites count it."""
        return max(1, round(sum(len(text.split()) for _, text in self.body) / 220))

    @property
    def byline(self) -> str:
        """Who signs, else the house's own desk."""
        return " and ".join(self.authors) or self.house.agency


def stories(path: Path) -> Iterator[Story]:
    """The articles of a JSONL file that are plain running text: no interviews, galleries, test pages or tables."""
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        paragraphs = [part.strip() for part in article["text"].split("\n") if part.strip()]
        if DATELINE.match(paragraphs[0]):
            paragraphs = paragraphs[1:]
        if _plain(article["text"], paragraphs):
            yield Story(
                key=article["id"].rsplit("/", 1)[-1],
                url=article["url"],
                title=article["title"],
                day=article["published_at"],
                paragraphs=tuple(paragraphs),
            )


def _plain(text: str, paragraphs: list[str]) -> bool:
    return (
        600 <= len(text) <= MAX_CHARACTERS
        and not UNFIT.search(text)
        and len(paragraphs) >= 3
        and all(ENDED.search(part) and not part.startswith("—") for part in paragraphs)
    )


def edition(story: Story, house: str, others: list[str], rng: random.Random) -> Edition:
    """How `house` prints `story`; all chance comes from `rng`."""
    publisher = HOUSES[house]
    section = rng.choice(publisher.sections[:4]).lower().replace(" & ", "-").replace(" ", "-")
    published = datetime.fromisoformat(story.day) + timedelta(minutes=rng.randrange(6 * 60, 22 * 60))
    slug = re.sub(r"[^a-z0-9]+", "-", story.title.lower()).strip("-")[:70].rstrip("-")
    dated = published.strftime("%Y/%m/%d/") if rng.random() < 0.5 else ""
    return Edition(
        story=story,
        house=publisher,
        url=f"https://www.{publisher.domain}/{section}/{dated}{slug}-{rng.randrange(10**6, 10**7)}",
        section=section,
        authors=tuple(rng.sample(WRITERS, k=rng.choice((0, 1, 1, 1, 2)))),
        published=published,
        body=_body(story, rng),
        standfirst=_standfirst(story, rng),
        caption=rng.choice(CAPTIONS),
        credit=rng.choice(PHOTOGRAPHERS),
        related=tuple(rng.sample(others, k=6)),
    )


def _body(story: Story, rng: random.Random) -> tuple[tuple[str, str], ...]:
    """The paragraphs, in longer stories sometimes with an invented section heading."""
    body = [("paragraph", text) for text in story.paragraphs]
    if len(body) >= 6 and rng.random() < 0.5:
        body.insert(rng.randrange(3, len(body) - 1), ("heading", rng.choice(HEADINGS)))
    return tuple(body)


def _standfirst(story: Story, rng: random.Random) -> str | None:
    """A paragraph of the body, repeated above it without its full stop, as many sites do."""
    fit = [text for text in story.paragraphs[1:] if 90 <= len(text) <= 260 and text.endswith(".")]
    return rng.choice(fit)[:-1] if fit and rng.random() < 0.4 else None
