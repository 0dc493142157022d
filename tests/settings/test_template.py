"""config/worker.toml holds every setting with its default, and each has its sentence."""

import re
import tomllib
from pathlib import Path

import pytest

from worker.settings import Settings
from worker.settings.fields import FIELDS, sections
from worker.settings.template import template, toml_value

COMMITTED = Path(__file__).parents[2] / "config" / "worker.toml"


def test_the_committed_file_follows_from_the_sections() -> None:
    assert COMMITTED.read_text() == template(), "Run `news-worker settings --template > config/worker.toml`."


def test_it_changes_nothing_as_it_is() -> None:
    assert Settings.model_validate(tomllib.loads(template())) == Settings()


def test_uncommented_it_holds_the_defaults() -> None:
    defaults = "\n".join(line for line in template().splitlines() if "# an example" not in line)
    values = tomllib.loads(re.sub(r"^# (\w+ = )", r"\1", defaults, flags=re.MULTILINE))
    assert Settings.model_validate(values) == Settings()
    assert {f"{section}.{field}" for section, fields in values.items() for field in fields} == {
        key for key, info in FIELDS.items() if info.default is not None
    }


def test_its_examples_are_values_that_the_settings_take() -> None:
    values = tomllib.loads(re.sub(r"^# (\w+ = )", r"\1", template(), flags=re.MULTILINE))
    settings = Settings.model_validate(values)
    assert settings.model_dump(exclude_none=True).keys() == values.keys()
    assert sum(map(len, values.values())) == len(FIELDS)


@pytest.mark.parametrize("key", FIELDS)
def test_every_setting_has_a_sentence_and_a_default_or_an_example(key: str) -> None:
    info = FIELDS[key]
    assert info.description
    assert info.description.endswith(".")
    assert not info.is_required()
    assert info.default is not None or info.examples


def test_every_section_has_a_sentence() -> None:
    assert [name for name, kind in sections() if not kind.__doc__] == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (0, "0"),
        (9999, "9999"),
        (16_777_216, "16_777_216"),
        (0.5, "0.5"),
        ("a", '"a"'),
        ('a\\b"c', '"a\\\\b\\"c"'),
        (("a", "b"), '["a", "b"]'),
        ((), "[]"),
    ],
)
def test_values_are_written_as_toml_reads_them(value: object, text: str) -> None:
    assert toml_value(value) == text
    assert tomllib.loads(f"x = {text}")["x"] == (list(value) if isinstance(value, tuple) else value)
