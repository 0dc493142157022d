"""Folds for cross-validation: a site is in one fold, whole."""

from hashlib import md5

FOLDS = 5


def fold_of(site: str) -> int:
    """The number of the site's fold."""
    return int(md5(site.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS
