"""The JSON envelope around a page."""

import json
from typing import Annotated

import orjson
from pydantic import BaseModel, BeforeValidator, ConfigDict, StrictStr, ValidationError

from worker.model import RejectReason
from worker.wire.errors import Unreadable
from worker.wire.fields import checked_date, checked_id, checked_language, checked_source, checked_url

Id = Annotated[str | None, BeforeValidator(checked_id)]
Url = Annotated[str | None, BeforeValidator(checked_url)]
Date = Annotated[str | None, BeforeValidator(checked_date)]
LanguageTag = Annotated[str | None, BeforeValidator(checked_language)]
SourceName = Annotated[str | None, BeforeValidator(checked_source)]


class Facts(BaseModel):
    """What a sender may say beside the page; a malformed value counts as not said, unknown fields are tolerated."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Id = None
    url: Url = None
    fetched_at: Date = None
    published_at: Date = None
    language: LanguageTag = None
    source: SourceName = None


class Envelope(Facts):
    """A page, as `html` or as `text`, and the facts beside it."""

    html: StrictStr | None = None
    text: StrictStr | None = None


def parse_envelope(text: str) -> Envelope:
    """The envelope that the JSON holds; raises `Unreadable` unless exactly one of `html` and `text` is a string."""
    value = _parse_json(text)
    if not isinstance(value, dict):
        raise _invalid(f"The JSON is not an object but of type {type(value).__name__}")
    try:
        envelope = Envelope.model_validate(value)
    except ValidationError as error:
        fields = " and ".join(sorted({str(mistake["loc"][0]) for mistake in error.errors(include_input=False)}))
        raise _invalid(f"In the envelope, {fields} is not a string", checked_id(value.get("id"))) from error
    if (envelope.html is None) == (envelope.text is None):
        has = "neither html nor text" if envelope.html is None else "both html and text"
        raise _invalid(f"The envelope has {has}", envelope.id)
    return envelope


def _parse_json(text: str) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        strict_error = error
    try:  # The standard library reads what is common though not JSON: half an emoji (\ud83d), NaN, raw line feeds.
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise _invalid(f"The envelope is not valid JSON ({strict_error})") from strict_error


def _invalid(what: str, id: str | None = None) -> Unreadable:  # noqa: A002 - the contract's name
    advice = 'send one JSON object with the page in "html" or its text in "text", exactly one of them, as a string.'
    return Unreadable(RejectReason.INVALID_ENVELOPE, f"{what}; {advice}", id=id)
