"""HTML pages: segments of text with what their markup says, a learned judgement of each, and rules at the end."""

from worker.clean.html.page import clean_html

__all__ = ["clean_html"]
