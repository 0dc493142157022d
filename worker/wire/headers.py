"""What the record's headers say: how to read the value, and the facts beside a bare page."""

from collections.abc import Iterable
from dataclasses import dataclass

from worker.model import RejectReason
from worker.wire.envelope import Facts
from worker.wire.errors import Unreadable
from worker.wire.sniff import Kind

_KINDS = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "text/plain": Kind.TEXT,
    "application/json": Kind.ENVELOPE,
    "text/json": Kind.ENVELOPE,
    # Says no more than that there are bytes; clients set it by default.
    "application/octet-stream": None,
    "": None,
}


@dataclass(frozen=True, slots=True)
class ContentType:
    """The kind that the `content-type` header names, None where it names none, and its charset parameter."""

    kind: Kind | None = None
    charset: str | None = None


def read_headers(headers: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """The headers by name in lower case, as text; the last of a repeated name wins."""
    return {name.lower(): value.decode("utf-8", "replace") for name, value in headers}


def facts(headers: dict[str, str]) -> Facts:
    """What the headers say of the page itself."""
    return Facts.model_validate({name: headers.get(name) for name in Facts.model_fields})


def content_type(header: str) -> ContentType:
    """Reads a `content-type` header; raises `Unreadable` for a type that no article comes in."""
    media_type, *parameters = (part.strip() for part in header.split(";"))
    if (media_type := media_type.lower()) not in _KINDS:
        known = ", ".join(name for name, kind in _KINDS.items() if kind)
        detail = f"content-type {media_type[:80]!r} is no article; send one of {known}, or no content-type."
        raise Unreadable(RejectReason.UNKNOWN_CONTENT_TYPE, detail)
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return ContentType(_KINDS[media_type], value.strip().strip("\"'"))
    return ContentType(_KINDS[media_type])
