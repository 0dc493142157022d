"""The invented pages in the three flattened forms that the gold sets have."""

from collections.abc import Iterator, Sequence
from random import Random

from lxml import etree
from lxml import html as markup
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from training.invented import Invented
from training.lines.example import aligned
from training.lines.page import Page

UNSEEN = ("script", "style", "template")
SCRAP_WORDS, INSERT_WORDS = 12, 25
SCRAPS_STAY = 0.6
NOTICE_WORDS = (10, 90)


def flattened(page: Invented, chance: Random) -> Iterator[Page]:
    """The page in each form; as `crawl` only where an extractor finds half of the article."""
    tree = HTMLTree.parse(page.html)
    whole = _tidy(extract_plain_text(tree, main_content=False, alt_texts=False))
    main = _tidy(extract_plain_text(tree, main_content=True, alt_texts=False))
    for flavour, lines in (
        ("crawl", crawled(page.title, whole, main, chance)),
        ("resi", whole),
        ("lines", text_nodes(page.html)),
    ):
        inside = tuple(bool(share >= 0.5) for share in aligned(tuple(lines), page.body)[0])
        found = sum(len(line) for line, own in zip(lines, inside, strict=True) if own)
        if 2 * found >= len(page.body):
            yield Page(
                site=page.site, flavour=flavour, lines=tuple(lines), inside=inside, title=page.title, body=page.body,
                language=page.language, made=True,
            )  # fmt: skip


def _tidy(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := " ".join(raw.split()))]


def text_nodes(html: str) -> list[str]:
    """A line a text node, so that links and emphasis cut sentences."""
    tree = markup.document_fromstring(html.encode(), parser=markup.HTMLParser(encoding="utf-8", remove_comments=True))
    etree.strip_elements(tree, *UNSEEN, with_tail=False)
    return _tidy("\n".join(map(str, tree.itertext())))


def crawled(title: str, whole: Sequence[str], main: Sequence[str], chance: Random) -> list[str]:
    """What a crawler that cleans a little sends: a cookie notice, the headline, the main text with scraps glued."""
    known = set(main)
    hits = [i for i, line in enumerate(whole) if line in known]
    if not hits:
        return []
    notices = [x for x in whole if "ookie" in x and NOTICE_WORDS[0] <= len(x.split()) <= NOTICE_WORDS[1]]
    kept: list[str] = [*notices[: chance.randint(0, 1)], title]
    glued = False
    for line in whole[hits[0] : hits[-1] + 1]:
        words = len(line.split())
        scrap = line not in known
        if line == title or (scrap and (words > INSERT_WORDS or chance.random() > SCRAPS_STAY)):
            continue
        if scrap and glued and words <= SCRAP_WORDS:
            kept[-1] += line
        else:
            kept.append(line)
        glued = scrap and words <= SCRAP_WORDS
    return kept
