"""What the page says about the article: title, standfirst, authors, dates, language, site."""

from worker.extract.article import extract

__all__ = ["extract"]
