"""How many of the sample pages' other fields are read exactly."""

from statistics import fmean

from tests.quality.sample_pages import articles
from worker.model import Article, ParagraphKind


def measure() -> dict[str, float]:
    """Shares of pages, by form: the standfirst, the moment of publication to the minute, the headings."""
    pages = articles()
    found: dict[str, float] = {}
    for form in ("html", "text"):
        of_form = [(article, gold) for article, gold in pages if gold["form"] == form]
        found[f"fields.{form}.standfirst"] = fmean(
            article.standfirst == gold["standfirst"] for article, gold in of_form if gold["standfirst"]
        )
        found[f"fields.{form}.moment"] = fmean(
            _minute(a.published_at) == _minute(g["published_at"]) for a, g in of_form
        )
        found[f"fields.{form}.headings"] = fmean(_headings(a) == g["headings"] for a, g in of_form)
    return {name: round(value, 4) for name, value in found.items()}


def _minute(moment: str | None) -> str:
    return (moment or "")[:16] + (moment or "")[19:]


def _headings(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind is ParagraphKind.HEADING]
