"""The text of config/worker.toml: every setting, its sentence and its default."""

import json
from collections.abc import Iterator
from textwrap import wrap

from pydantic.fields import FieldInfo

from worker.settings.fields import FIELDS, sections

_HEAD = """\
# Settings of news-worker. Every one is here, commented out, with its default: uncomment what you change.
# Defaults < this file < environment NEWS_WORKER__SECTION__FIELD < flags. `news-worker settings` shows the outcome.
# This file is made by `news-worker settings --template`.
"""


def template() -> str:
    """The file, whose text follows from the sections alone."""
    return "\n".join([_HEAD, *(line for name, kind in sections() for line in _section(name, kind.__doc__ or ""))])


def toml_value(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:_}" if isinstance(value, int) and value >= 10_000 else str(value)
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(toml_value, value))}]"
    return json.dumps(str(value), ensure_ascii=False)  # a JSON string is a basic string of TOML


def _section(name: str, sentence: str) -> Iterator[str]:
    yield f"[{name}]"
    yield from _comment(sentence)
    yield ""
    for key, info in FIELDS.items():
        section, field = key.split(".")
        if section == name:
            yield from _comment(info.description or "")
            yield f"# {field} = {toml_value(info.default)}" if info.default is not None else _example(field, info)
            yield ""


def _example(field: str, info: FieldInfo) -> str:
    return f"# {field} = {toml_value((info.examples or [''])[0])}  # an example: it has no default"


def _comment(sentence: str) -> list[str]:
    return [f"# {line}" for line in wrap(sentence, 110)]
