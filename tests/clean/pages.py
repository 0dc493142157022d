"""Pages for the tests, written by hand."""

from dataclasses import replace

from worker.clean import Cleaned, clean
from worker.model import Form, RawArticle

PARAGRAPHS = (
    "The council of the small harbour town voted on Tuesday to rebuild the pier that a storm had broken in winter.",
    "Fishermen had waited for the decision for months, and some of them had moved their boats to the next bay.",
    "The work is to begin in spring and to cost about two million, most of which the region has promised to pay.",
)


def raw(content: str, form: Form = Form.TEXT, **said: str | None) -> RawArticle:
    page = RawArticle(id="a", form=form, content=content)
    return replace(
        page,
        url=said.get("url"),
        fetched_at=said.get("fetched_at"),
        published_at=said.get("published_at"),
        language=said.get("language"),
    )


def cleaned(*lines: str) -> Cleaned:
    return clean(raw("\n".join(lines)))


def texts(page: Cleaned) -> list[str]:
    return [block.text for block in page.blocks]


def removed(page: Cleaned) -> list[tuple[str, str]]:
    return [(each.reason.value, each.text) for each in page.removed]


def html(*body: str, head: str = "") -> str:
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{''.join(body)}</body></html>"


def paragraphs() -> str:
    return "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
