"""What is thrown away, and why."""

from dataclasses import dataclass
from enum import StrEnum


class BoilerplateReason(StrEnum):
    """Why a line is not part of the article: a fixed vocabulary, used as metric label and in `removed`."""

    COOKIE_NOTICE = "cookie-notice"
    NAVIGATION = "navigation"
    RELATED_LINKS = "related-links"
    SHARE_BAR = "share-bar"
    BYLINE = "byline"
    CAPTION = "caption"
    ADVERTISEMENT = "advertisement"
    SUBSCRIPTION = "subscription"
    COPYRIGHT = "copyright"
    REPEATED = "repeated"
    METADATA = "metadata"
    COMMENT = "comment"
    TITLE = "title"
    DATELINE = "dateline"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """One line, or part of a line, that was taken out of the article."""

    reason: BoilerplateReason
    text: str
