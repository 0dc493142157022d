"""Dataclasses to what JSON can hold, without what says nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def slim_items(items: Iterable[tuple[str, object]], text: Callable[[str], str] = str) -> dict[str, Json]:
    """The items in their order, without those that are None or an empty collection, at any depth.

    `text` is applied to every string.
    """
    return {text(key): _slim(value, text) for key, value in items if not _says_nothing(value)}


def _says_nothing(value: object) -> bool:
    return value is None or (isinstance(value, tuple | list | Mapping) and not value)


def _slim(value: object, text: Callable[[str], str]) -> Json:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return text(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return slim_items(value.items(), text)
    if isinstance(value, tuple | list):
        return [_slim(item, text) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return slim_items(((field.name, getattr(value, field.name)) for field in fields(value)), text)
    kind = type(value).__name__
    raise TypeError(f"A {kind} cannot be published: sections are made of dataclasses, tuples, strings and numbers.")
