"""Boilerplate out of pages: from characters to the blocks of the article, and what was taken away with its reason."""

from worker.clean.cleaned import Block, Cleaned, Line
from worker.clean.page import clean

__all__ = ["Block", "Cleaned", "Line", "clean"]
