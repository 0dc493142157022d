"""A record's bytes and headers to the page that they hold."""

from worker.model import Form, RawArticle, Record, Rejected, RejectReason, Stage
from worker.settings import Input
from worker.wire.characters import looks_binary, printable
from worker.wire.charset import decode_characters
from worker.wire.compression import decompress
from worker.wire.dateline import cut_leading_date
from worker.wire.envelope import Facts, parse_envelope
from worker.wire.errors import Unreadable
from worker.wire.headers import content_type, facts, read_headers
from worker.wire.identity import derived_id
from worker.wire.sniff import Kind, sniff


def decode(record: Record, limits: Input) -> RawArticle | Rejected:
    """The page in the record, or why there is none; never raises, whatever the bytes and the headers."""
    headers = read_headers(record.headers)
    said = facts(headers)
    try:
        return _decode(record.value, headers, said, limits)
    except Unreadable as fate:
        return Rejected(stage=Stage.DECODE, reason=fate.reason, detail=fate.detail, id=fate.id or said.id)


def _decode(value: bytes, headers: dict[str, str], said: Facts, limits: Input) -> RawArticle:
    if len(value) > limits.max_bytes:
        detail = f"The record has {len(value)} bytes, more than input.max_bytes ({limits.max_bytes})."
        raise Unreadable(RejectReason.TOO_LARGE, detail)
    named = content_type(headers.get("content-type", ""))
    value = decompress(value, headers.get("content-encoding", ""), limits)
    kind = named.kind or sniff(value)
    text = decode_characters(value, named.charset)
    if kind is Kind.ENVELOPE:
        return _from_envelope(text, said)
    return _raw_article(Form.HTML if kind is Kind.HTML else Form.TEXT, text, said)


def _from_envelope(text: str, said: Facts) -> RawArticle:
    envelope = parse_envelope(text)
    told = envelope.model_dump(include=set(Facts.model_fields), exclude_none=True)
    both = said.model_copy(update=told)
    if envelope.html is not None:
        return _raw_article(Form.HTML, envelope.html, both)
    return _raw_article(Form.TEXT, envelope.text or "", both)


def _raw_article(form: Form, content: str, said: Facts) -> RawArticle:
    if looks_binary(content):
        detail = "The value is binary (a picture, a PDF …), not a page; send HTML, text or a JSON envelope."
        raise Unreadable(RejectReason.UNDECODABLE, detail, id=said.id)
    content, day = printable(content), None
    if form is Form.TEXT:
        content, day = cut_leading_date(content)
    return RawArticle(
        id=said.id or derived_id(said.url, content),
        form=form,
        content=content,
        url=said.url,
        fetched_at=said.fetched_at,
        published_at=said.published_at or day,
        language=said.language,
        source=said.source,
    )
