"""The settings by their dotted keys, such as `kafka.group`."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import get_args

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from worker.settings.sections import Section, Settings


def sections() -> Iterator[tuple[str, type[Section]]]:
    """Every section's name and class, in the order of `Settings`."""
    for name, info in Settings.model_fields.items():
        kind = info.annotation
        assert isinstance(kind, type)  # noqa: S101 - holds by the definition of Settings, and tells mypy so
        assert issubclass(kind, Section)  # noqa: S101 - the same
        yield name, kind


FIELDS: Mapping[str, FieldInfo] = {
    f"{section}.{field}": info for section, kind in sections() for field, info in kind.model_fields.items()
}


def is_secret(key: str) -> bool:
    """Whether the value must never be shown."""
    annotation = FIELDS[key].annotation
    return SecretStr in (annotation, *get_args(annotation))


def nearest(key: str) -> str | None:
    """The valid key that a misspelt one most likely means; the same field of another section before all."""
    field = key.rpartition(".")[2]
    same_field = [valid for valid in FIELDS if valid.rpartition(".")[2] == field]
    by_field = {valid.rpartition(".")[2]: valid for valid in FIELDS}
    close_fields = [by_field[name] for name in get_close_matches(field, by_field, n=1, cutoff=0.8)]
    return next(
        iter([*get_close_matches(key, same_field, cutoff=0.0), *get_close_matches(key, FIELDS), *close_fields]), None
    )
