"""How much an article is about something."""

from math import sqrt

MENTIONS, FIRST, TITLE = 0.5, 0.3, 0.2


def salience(mentions: int, most: int, first: int, length: int, *, in_title: bool) -> float:
    """Between 0 and 1: half for how often it is named beside what is named most, three tenths for how early, two for
    being in the title.

    The square root, since a second mention tells more than a tenth.
    """
    share = MENTIONS * sqrt(mentions / max(1, most)) + FIRST * (1 - first / max(1, length)) + TITLE * in_title
    return round(share, 4)
