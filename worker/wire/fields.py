"""The optional facts beside a page, checked: what is malformed is dropped, for it must not cost the article."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from worker.wire.characters import whole

MAX_ID_CHARACTERS = 512
MAX_URL_CHARACTERS = 8192
MAX_SOURCE_CHARACTERS = 512
_MILLISECONDS_FROM = 100_000_000_000  # as seconds, the year 5138
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_NOT_IN_URL = re.compile(r"[\x00-\x20\x7f<>\"]")


def checked_id(value: object) -> str | None:
    """Any string or integer of 1 to 512 characters, kept as it is; the integer in decimal digits."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**MAX_ID_CHARACTERS:
        value = str(value)
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_ID_CHARACTERS:
        return None
    return whole(value)


def checked_url(value: object) -> str | None:
    """An absolute http or https address."""
    if not isinstance(value, str) or len(value := value.strip()) > MAX_URL_CHARACTERS or _NOT_IN_URL.search(value):
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return whole(value) if parts.scheme in ("http", "https") and parts.hostname else None


def checked_date(value: object) -> str | None:
    """ISO 8601 from an ISO 8601 day or time, an RFC 5322 date (as HTTP and RSS write it) or a Unix timestamp."""
    try:
        if isinstance(value, bool):
            return None
        if isinstance(value, int | float):
            return _from_timestamp(value).isoformat()
        return _from_text(value.strip()) if isinstance(value, str) else None
    except (ValueError, OverflowError, OSError):
        return None


def _from_timestamp(value: float) -> datetime:
    seconds = value / 1000 if abs(value) >= _MILLISECONDS_FROM else value
    return datetime.fromtimestamp(seconds, UTC)


def _from_text(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(value).isoformat()
    except ValueError:
        return parsedate_to_datetime(value).isoformat()


def checked_language(value: object) -> str | None:
    """The language of a tag such as `en`, `en-GB` or `zh_Hant`, in lower case, without script and region."""
    match = _LANGUAGE.fullmatch(value.strip()) if isinstance(value, str) else None
    return match[1].lower() if match else None


def checked_source(value: object) -> str | None:
    """Any text of at most 512 characters: the feed or crawl that the page is from."""
    if not isinstance(value, str) or not (value := value.strip()) or len(value) > MAX_SOURCE_CHARACTERS:
        return None
    return whole(value)
