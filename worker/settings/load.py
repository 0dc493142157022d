"""The effective settings, out of all the places that they come from."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pydantic import ValidationError

from worker.settings.checks import check
from worker.settings.errors import SettingsError
from worker.settings.fields import FIELDS, is_secret, nearest
from worker.settings.layers import Given, environment_name, from_environment, from_file, from_flags
from worker.settings.sections import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Effective:
    """The settings, and for each that is not a default, by dotted key, where it was given."""

    settings: Settings
    sources: Mapping[str, str]


def load(
    config: Path | None = None,
    overrides: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """Defaults < file < environment < overrides, checked; raises `SettingsError` with all mistakes.

    `overrides` has dotted keys (`{"pool.processes": 0}`) or sections; a None in it counts as not given.
    """
    return load_effective(config, overrides, environ).settings


def load_effective(
    config: Path | None = None,
    overrides: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Effective:
    """As `load`, with the source of every value."""
    environ = os.environ if environ is None else environ
    given = list(chain(from_file(config, environ), from_environment(environ), from_flags(overrides or {})))
    mistakes = [_unknown(value) for value in given if value.key not in FIELDS]
    effective = {value.key: value for value in given if value.key in FIELDS}
    try:
        settings = Settings.model_validate(_nested(effective.values()))
    except ValidationError as error:
        raise SettingsError([*mistakes, *_sentences(error, effective)]) from None
    if mistakes := [*mistakes, *check(settings)]:
        raise SettingsError(mistakes)
    return Effective(settings=settings, sources={key: value.source for key, value in effective.items()})


def _nested(given: Iterable[Given]) -> dict[str, dict[str, object]]:
    nested: dict[str, dict[str, object]] = {}
    for value in given:
        section, field = value.key.split(".", 1)
        nested.setdefault(section, {})[field] = value.value
    return nested


def _unknown(given: Given) -> str:
    """Names no value: what is misspelt may be a password."""
    if given.key in Settings.model_fields:
        first = next(key for key in FIELDS if key.startswith(f"{given.key}."))
        return f"{given.name} is a section: give its settings one by one, such as {first}."
    suggestion = nearest(given.key)
    if not suggestion:
        return f"{given.name} is not a setting; `news-worker settings` lists them."
    if given.source.startswith("environment"):
        suggestion = environment_name(suggestion)
    return f"{given.name} is not a setting; did you mean {suggestion}?"


def _sentences(error: ValidationError, given: Mapping[str, Given]) -> Iterator[str]:
    seen = set()
    for mistake in error.errors(include_url=False):
        key = ".".join(str(part) for part in mistake["loc"][:2])
        sentence = mistake["msg"].removeprefix("Input ").removeprefix("String ").removeprefix("Value error, ")
        shown = "" if is_secret(key) else f" is {given[key].value!r}, but"
        if key not in seen:
            yield f"{given[key].name}{shown} {sentence}."
        seen.add(key)
