"""Tells an envelope, a page and flattened text apart by the first bytes, where no header does."""

import re
from enum import StrEnum

SAMPLE_BYTES = 2048
_BLANK = b" \t\r\n\f\0"  # NUL: every other byte of UTF-16
_ENVELOPE = re.compile(rb'\{\s*["}]')
_MARKUP = re.compile(rb"<(?:!doctype|!--|\?xml|/?[a-z][a-z0-9:-]*[\s/>])", re.IGNORECASE)
_PAGE_ANYWHERE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)


class Kind(StrEnum):
    """The forms of a record's value."""

    ENVELOPE = "envelope"
    HTML = "html"
    TEXT = "text"


def sniff(value: bytes) -> Kind:
    """The likeliest kind: a JSON object, a page that begins with a tag (or shows its frame soon), else text."""
    sample = value[:SAMPLE_BYTES].translate(None, b"\0").removeprefix(b"\xef\xbb\xbf")
    sample = sample.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip(_BLANK)
    if _ENVELOPE.match(sample):
        return Kind.ENVELOPE
    if _MARKUP.match(sample) or _PAGE_ANYWHERE.search(sample):
        return Kind.HTML
    return Kind.TEXT
