"""Makes any string one that can be published: every character can be encoded, and none truncates a parser."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]+")  # libxml2 ends a page at NUL; the others print nothing
_CONTROL_BYTES = bytes(code for code in range(128) if _CONTROL.match(chr(code)))
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SAMPLE_CHARACTERS = 2048


def printable(text: str) -> str:
    """Without control characters other than tab, line feed, form feed and carriage return, and without surrogates."""
    text = whole(text)
    encoded = text.encode()  # bytes are searched twenty times faster than characters
    return _CONTROL.sub("", text) if len(encoded.translate(None, _CONTROL_BYTES)) < len(encoded) else text


def whole(text: str) -> str:
    """Pairs of surrogates joined to the character that they stand for, lone ones replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def encodable(text: str) -> str:
    """Every surrogate replaced by U+FFFD, one for one, so that offsets into the text stay true."""
    return _SURROGATE.sub("\ufffd", text)


def looks_binary(text: str) -> bool:
    """A picture, a PDF or the like rather than a page: more than one character in twenty is a control code."""
    sample = text[:_SAMPLE_CHARACTERS]
    controls = sum(map(len, _CONTROL.findall(sample)))
    return sample.startswith("%PDF-") or (controls > 8 and controls * 20 > len(sample))
