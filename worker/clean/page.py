"""The front door of the cleaning."""

from worker.clean.cleaned import Cleaned
from worker.clean.flattened import clean_text
from worker.clean.html import clean_html
from worker.model import Form, RawArticle


def clean(raw: RawArticle) -> Cleaned:
    """The article's blocks, and what was removed with its reason; empty where the page holds no article."""
    if raw.form is Form.HTML:
        return clean_html(raw.content, raw.url)
    return clean_text(raw.content, raw.url)
