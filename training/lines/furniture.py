"""What pages put around and behind an article: bylines, headings of lists, teasers, whole other articles."""

from collections.abc import Sequence
from random import Random

from training.lines.page import Story

HEADINGS = (
    "More from {0}", "Related", "Read more", "Latest", "Most read", "You may also like", "More stories", "Recent posts",
    "Trending", "Also in {0}", "Up next", "Recommended", "Top stories", "Editor's picks", "Keep reading", "More news",
    "Related articles",
)  # fmt: skip
SECTIONS = ("News", "Sports", "the blog", "World", "Business", "Culture")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
FIRST = (
    "James", "Mary", "Robert", "Patricia", "Michael", "Linda", "David", "Elizabeth", "William", "Barbara", "Thomas",
    "Sarah", "Anna", "Priya", "Wei", "Omar", "Lena", "Carlos",
)  # fmt: skip
LAST = (
    "Smith", "Jones", "Taylor", "Brown", "Wilson", "Davies", "Patel", "Nguyen", "Garcia", "Müller", "Rossi", "Kim",
    "Khan", "Silva", "Novak", "Dubois", "Olsen", "Adams",
)  # fmt: skip
BYLINES = (
    "By {person}", "{person}", "by {person} | {day}", "{day}", "By {person} {day}", "{day} · {minutes} min read",
    "Published {day}", "{person}, {day}",
)  # fmt: skip
INSERTS = (
    "Advertisement", "Read more: {title}", "Image: {person}/Getty Images.", "File photo. Image: {person}.",
    "Story continues below", "Sign up for our newsletter", "Also read: {title}", "Photo by {person}",
)  # fmt: skip
CUTS = ("", "...", "…", " […]", " Read more", " ...")


class Furniture:
    """Draws furniture of all kinds, other stories among it, from one source of chance."""

    def __init__(self, others: Sequence[Story], chance: Random) -> None:
        self._others = others
        self._chance = chance

    def person(self) -> str:
        """A name that nobody bears on purpose."""
        return f"{self._chance.choice(FIRST)} {self._chance.choice(LAST)}"

    def day(self) -> str:
        """A date as pages write it."""
        month, day, year = self._chance.choice(MONTHS), self._chance.randint(1, 28), self._chance.randint(2010, 2025)
        ways = (f"{month} {day}, {year}", f"{day} {month[:3]} {year}", f"{day} hours ago", f"{1 + day // 5} days ago")
        return self._chance.choice(ways)

    def byline(self) -> list[str]:
        """A byline or a date, or nothing."""
        if self._chance.random() < 0.5:
            return []
        way = self._chance.choice(BYLINES)
        return [way.format(person=self.person(), day=self.day(), minutes=self._chance.randint(2, 12))]

    def insert(self) -> str:
        """A line that stands between two paragraphs."""
        return self._chance.choice(INSERTS).format(title=self.other().title, person=self.person())

    def other(self) -> Story:
        """Another story."""
        return self._chance.choice(self._others)

    def teaser(self) -> list[str]:
        """Another story's headline, perhaps with its byline and the beginning of its first paragraph."""
        other = self.other()
        lines = [other.title, *self.byline()]
        first = next((p.split() for p in other.paragraphs if len(p.split()) > 8), [])
        if first and self._chance.random() < 0.7:
            most = self._chance.randint(15, 60)
            lines.append(" ".join(first[:most]) + ("" if len(first) <= most else self._chance.choice(CUTS)))
        return [line for line in lines if line]

    def whole(self) -> list[str]:
        """Another story, or most of it."""
        other = self.other()
        return [
            line for line in (other.title, *self.byline(), *other.paragraphs[: self._chance.randint(3, 25)]) if line
        ]

    def behind(self) -> list[str]:
        """What follows an article: a list of teasers, or a few whole stories, under a heading or without one."""
        heading = self._chance.choice(HEADINGS).format(self._chance.choice(SECTIONS))
        lines = [heading] if self._chance.random() < 0.6 else []
        teasers = self._chance.random() < 0.65
        for _ in range(self._chance.randint(2, 9) if teasers else self._chance.randint(1, 3)):
            lines += self.teaser() if teasers else self.whole()
        return lines
