"""Dataclasses to what JSON can hold, without what says nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import get_type_hints

PLAIN = frozenset({bool, int, float, str})


def slim_items(items: Iterable[tuple[str, object]], text: Callable[[str], str] = str) -> dict[str, object]:
    """The items in their order, without those that are None or an empty collection, at any depth.

    `text` is applied to every string. What is left is of JSON's types, or a dataclass that orjson can write as it is.
    """
    return {text(key): _slim(value, text) for key, value in items if not _says_nothing(value)}


def _says_nothing(value: object) -> bool:
    return value is None or (isinstance(value, tuple | list | Mapping) and not value)


def _slim(value: object, text: Callable[[str], str]) -> object:
    kind: type = type(value)
    # Most values are mentions, then strings and numbers; to ask for these first halves the time of encoding.
    if text is str and (kind in PLAIN or _is_plain(kind)):
        return value
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
        return slim_items([(name, getattr(value, name)) for name in _names(type(value))], text)
    raise TypeError(
        f"A {kind.__name__} cannot be published: sections are made of dataclasses, tuples, strings and numbers."
    )


@cache
def _names(kind: type) -> tuple[str, ...]:
    """A class's fields, asked for once a process."""
    return tuple(field.name for field in fields(kind))


@cache
def _is_plain(kind: type) -> bool:
    """A dataclass of strings, numbers and enums that are never None: nothing in it can be left out."""
    return is_dataclass(kind) and all(
        hint in PLAIN or (isinstance(hint, type) and issubclass(hint, Enum)) for hint in get_type_hints(kind).values()
    )
