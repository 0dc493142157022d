"""Invented pages for the networks over lines: as they are, and around other stories."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from training.lines.augment import bare, ends, grafted, merged, remade
from training.lines.furniture import Furniture
from training.lines.page import Page, Story, story

ENGLISH, FEWEST_PAGES = "en", 4
STORIES_EACH = 4
OTHERS_END, OTHERS_TITLE = 0.4, 0.4
TEASER_WORDS = range(5, 21)
HEADING_WORDS, PARAGRAPH_WORDS = 8, 20
HEADED, MOST_HEADINGS = 0.5, 3
"""Of the stories so many get headings, up to so many: where all short lines between paragraphs were scraps, the
networks lost one heading in eight on the sample pages."""


def dressed(pages: Sequence[Page], given: Sequence[Page], stories: Sequence[Story], chance: Random) -> Iterator[Page]:
    """The invented pages, and each around four stories in its own language.

    English stories in German furniture taught that German is furniture: German pages fell by 0.02. Of a language with a
    few pages a page's own story would stand behind it as another's.
    """
    for language in sorted({page.language for page in pages}):
        own = [page for page in pages if page.language == language]
        if language == ENGLISH:
            yield from _dressed(own, given, stories, chance)
        elif len({page.site for page in own}) >= FEWEST_PAGES:
            yield from _dressed(own, own, [], chance)
        else:
            yield from own


def _dressed(pages: Sequence[Page], given: Sequence[Page], stories: Sequence[Story], chance: Random) -> Iterator[Page]:
    """The pages, and each around four stories; where there are other stories, half of them of the given pages."""
    usable = [page for page in given if any(page.inside)]
    furniture = Furniture([*map(story, usable), *stories], chance)
    headings = [heading for page in pages for heading in headings_of(page)]
    for page in pages:
        yield page
        alike = [other for other in pages if other.flavour == page.flavour]
        guides = [other for other in usable if other.flavour == page.flavour]
        for _ in range(STORIES_EACH):
            own = chance.choice(stories) if stories and chance.random() < 0.5 else story(chance.choice(guides))
            if len(own.paragraphs) > 1:
                own = headed(own, headings, chance) if headings and chance.random() < HEADED else own
                yield around(own, page, chance.choice(alike), furniture, chance)
        if chance.random() < 0.3:
            yield bare(page.site, story(page), chance)
        if chance.random() < 0.25:
            yield merged(page, chance.choice((1.0, 0.3)), chance)
        if chance.random() < 0.3:
            yield grafted(page, furniture, chance)


def headings_of(page: Page) -> Iterator[str]:
    """The short lines of the article that stand right above a paragraph of it."""
    lines = zip(page.lines, page.inside, strict=True)
    for (line, inside), (below, goes_on) in pairwise(lines):
        short = 0 < len(line.split()) <= HEADING_WORDS and line[-1] not in ".,:;!" and line[0].isalpha()
        if inside and goes_on and short and len(below.split()) >= PARAGRAPH_WORDS:
            yield line


def headed(news: Story, headings: Sequence[str], chance: Random) -> Story:
    """The story with other stories' headings above some of its paragraphs, but the first."""
    paragraphs = list(news.paragraphs)
    for _ in range(chance.randint(1, MOST_HEADINGS)):
        paragraphs.insert(chance.randint(1, len(paragraphs) - 1), chance.choice(headings))
    return Story(news.title, tuple(paragraphs))


def around(news: Story, page: Page, other: Page, furniture: Furniture, chance: Random) -> Page:
    """A story in the furniture of a page, or in the beginning of one and the end of another.

    What stood between the paragraphs stands between the story's, and some of the headlines behind it are others: none
    of them is to be learned by heart.
    """
    start, end = ends(page)
    before = [news.title if line.strip() == page.title else line for line in page.lines[:start]]
    scraps = [line for line, own in zip(page.lines[start:end], page.inside[start:end], strict=True) if not own]
    last = other if chance.random() < OTHERS_END else page
    behind = [_other_title(line, furniture, chance) for line in last.lines[ends(last)[1] :]]
    middle = list(news.paragraphs)
    for scrap in scraps:
        middle.insert(chance.randint(1, len(middle)), scrap)
    return remade(page, [*before, *middle, *behind], "\n".join(news.paragraphs))


def _other_title(line: str, furniture: Furniture, chance: Random) -> str:
    teaser = len(line.split()) in TEASER_WORDS and line[-1] not in ".:?"
    return (teaser and chance.random() < OTHERS_TITLE and furniture.other().title) or line
