"""Pages that say that nothing is at their address, sent with a status of success or kept by a crawler all the same."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

MOST_WORDS = 150
"""A page with more text than this is an article, whatever its title is; error pages make suggestions."""
LONGEST = 200
PARTS = re.compile(r"\s+[|–—·»•-]+\s+|[|–—»•]+\s*|[.!…]+(?:\s+|$)")
PHRASES = frozenset(tomllib.loads(files(__package__).joinpath("missing.toml").read_text(encoding="utf-8"))["not_found"])


def says_not_found(titles: Iterable[str]) -> bool:
    """Whether a part of a title is what servers say where there is no page, and nothing else."""
    return any(
        part.strip(" '\"()[]") in PHRASES for title in titles for part in PARTS.split(title[:LONGEST].casefold())
    )
