"""New pages out of the given ones, for what the given ones lack; each says in a sentence what it teaches."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from training.lines.furniture import Furniture
from training.lines.page import FLAVOURS, Page, Story, story


def augmented(pages: Sequence[Page], stories: Sequence[Story], chance: Random) -> Iterator[Page]:
    """All new pages: of each way a share of the given ones, and every story in the furniture of three."""
    usable = [page for page in pages if any(page.inside)]
    furniture = Furniture([*map(story, usable), *stories], chance)
    ways: tuple[tuple[float, Callable[[Page], Page]], ...] = (
        (0.55, lambda page: grafted(page, furniture, chance)),
        (0.2, lambda page: bare(page.site, story(page), chance)),
        (0.15, lambda page: merged(page, 1.0, chance)),
        (0.1, lambda page: merged(page, 0.3, chance)),
        (0.06, unpunctuated),
        (0.15, lambda page: ciphered(page, chance)),
    )
    for page in usable:
        yield from (way(page) for share, way in ways if chance.random() < share)
    for each in stories:
        for flavour in FLAVOURS:
            yield exchanged(chance.choice([p for p in usable if p.flavour == flavour]), each, furniture, chance)
        yield bare("", each, chance)


def short(pages: Sequence[Page], stories: Sequence[Story], chance: Random) -> Iterator[Page]:
    """Pages of few lines: a few paragraphs in a little furniture, and furniture alone."""
    usable = [page for page in pages if any(page.inside)]
    furniture = Furniture([*map(story, usable), *stories], chance)
    for page in usable:
        if chance.random() < 0.3:
            yield small(page, story(page), furniture, chance)
        if chance.random() < 0.1:
            yield empty(page, chance)
    for each in stories:
        yield small(chance.choice(usable), each, furniture, chance)


def small(page: Page, news: Story, furniture: Furniture, chance: Random) -> Page:
    """A few paragraphs with a few lines of furniture on either side: small pages are not all article."""
    start, end = ends(page)
    most = chance.randint(0, 6)
    before = page.lines[max(0, start - most) : start] if chance.random() < 0.5 else page.lines[: min(most, start)]
    kept = news.paragraphs[: chance.choice((1, 2, 2, 3, 3, 4, 6))]
    headline = [news.title] if chance.random() < 0.6 and news.title else []
    behind = [*page.lines[end : end + chance.randint(0, 6)], *(furniture.teaser() if chance.random() < 0.3 else [])]
    return remade(page, [*before, *headline, *kept, *behind], "\n".join(kept))


def empty(page: Page, chance: Random) -> Page:
    """Furniture and nothing else: there may be no article at all."""
    start, end = ends(page)
    furniture = [*page.lines[:start], *page.lines[end:]]
    first = chance.randint(0, max(0, len(furniture) - 8))
    return remade(page, furniture[first : first + chance.randint(2, 20)] or ["Menu"], "")


def remade(page: Page, lines: Sequence[str], body: str | None = None) -> Page:
    """Which lines are article is found anew, by the body."""
    return replace(page, lines=tuple(lines), inside=(), body=page.body if body is None else body, made=True)


def ends(page: Page) -> tuple[int, int]:
    """The first line of the article, and the one behind its last."""
    return page.inside.index(True), len(page.inside) - page.inside[::-1].index(True)


def grafted(page: Page, furniture: Furniture, chance: Random) -> Page:
    """Other stories behind the article, and sometimes before it: prose of another subject is not the article."""
    start, end = ends(page)
    near = page.lines[end : end + chance.randint(0, 6)] if chance.random() < 0.5 else ()
    rest = () if near else page.lines[end:]
    before = list(page.lines[:start])
    if chance.random() < 0.15:
        before[max(0, start - 3) : max(0, start - 3)] = furniture.behind()
    return remade(page, [*before, *page.lines[start:end], *near, *furniture.behind(), *rest])


def exchanged(page: Page, news: Story, furniture: Furniture, chance: Random) -> Page:
    """A news story in the furniture of a page: most pages that may be trained on are no news."""
    start, end = ends(page)
    before = [news.title if line.strip() == page.title.strip() else line for line in page.lines[:start]]
    middle: list[str] = []
    for paragraph in news.paragraphs:
        middle.append(paragraph)
        if chance.random() < 0.06:
            middle.append(furniture.insert())
    behind = list(page.lines[end:])
    if chance.random() < 0.6:
        rest = behind if chance.random() < 0.4 else []
        behind = [*behind[: chance.randint(0, 8)], *furniture.behind(), *rest]
    return remade(page, [*before, *furniture.byline(), *middle, *behind], "\n".join(news.paragraphs))


def bare(site: str, news: Story, chance: Random) -> Page:
    """An article without anything around it, as senders who clean their pages send it: all of it is kept."""
    count = len(news.paragraphs)
    first = chance.randint(0, max(0, count - 3)) if chance.random() < 0.4 else 0
    kept = news.paragraphs[first : first + chance.choice((2, 3, 4, 6, 10, count))]
    headline = [news.title] if chance.random() < 0.5 and news.title else []
    lines = (*headline, *kept)
    return Page(site=site, flavour="bare", lines=lines, inside=(), title=news.title, body="\n".join(kept), made=True)


def merged(page: Page, share: float, chance: Random) -> Page:
    """Line breaks lost, all or some: an article is still in there, and boilerplate stands in lines with it."""
    lines = [page.lines[0]]
    for line in page.lines[1:]:
        if chance.random() < share:
            lines[-1] += " " + line
        else:
            lines.append(line)
    return replace(remade(page, lines), flavour="one-line" if share == 1 else page.flavour)


def ciphered(page: Page, chance: Random) -> Page:
    """A page in a language that nobody knows, its letters exchanged: shape and place have to do without words."""
    table: dict[int, str] = {}
    for letters in ("aeiou", "bcdfghjklmnpqrstvwxyz"):
        mixed = chance.sample(letters, len(letters))
        table |= {ord(a): b for a, b in zip(letters, mixed, strict=True)}
        table |= {ord(a.upper()): b.upper() for a, b in zip(letters, mixed, strict=True)}
    return remade(page, [line.translate(table) for line in page.lines], page.body.translate(table))


def unpunctuated(page: Page) -> Page:
    """Full stops lost at the ends of lines: prose is more than its punctuation."""
    return remade(page, [line.rstrip(".!? ") or line for line in page.lines])
