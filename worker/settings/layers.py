"""The places that settings come from, each read to values by dotted key."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from worker.settings.errors import SettingsError

ENVIRONMENT_PREFIX = "NEWS_WORKER__"
CONFIG_VARIABLE = "NEWS_WORKER_CONFIG"
DEFAULT_CONFIG = Path("config/worker.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One value, its dotted key, and where it was given: `file`, `environment` or `flag`, and its name there."""

    key: str
    value: object
    source: str
    name: str


def from_file(config: Path | None, environ: Mapping[str, str]) -> Iterator[Given]:
    """What the file says: `config`, else the one `NEWS_WORKER_CONFIG` names, else config/worker.toml if it is there."""
    asked_for = config or (Path(environ[CONFIG_VARIABLE]) if environ.get(CONFIG_VARIABLE) else None)
    path = asked_for or DEFAULT_CONFIG
    if not asked_for and not path.is_file():
        return
    for key, value in _flat(_read_toml(path)):
        yield Given(key=key, value=value, source=f"file {path}", name=f"{key} in {path}")


def from_environment(environ: Mapping[str, str]) -> Iterator[Given]:
    """What `NEWS_WORKER__SECTION__FIELD` say; an empty value counts as not given, as compose files write it.

    Only the double underscore counts: Kubernetes sets NEWS_WORKER_SERVICE_HOST and the like for a service's name.
    """
    for name, value in sorted(environ.items()):
        if name.startswith(ENVIRONMENT_PREFIX) and value:
            key = name.removeprefix(ENVIRONMENT_PREFIX).lower().replace("__", ".", 1)
            yield Given(key=key, value=value, source=f"environment {name}", name=name)


def from_flags(overrides: Mapping[str, object]) -> Iterator[Given]:
    """What the command line says, by dotted keys or by sections; None counts as not given."""
    for key, value in _flat(overrides):
        if value is not None:
            yield Given(key=key, value=value, source="flag", name=key)


def assignments(texts: list[str]) -> dict[str, object]:
    """Overrides from `section.field=value` texts; raises `SettingsError` for any other text."""
    if wrong := [text.partition("=")[0] for text in texts if "=" not in text]:
        raise SettingsError(f"--set {text} has no value: write --set SECTION.FIELD=VALUE." for text in wrong)
    return {key.strip(): value for key, _, value in (text.partition("=") for text in texts)}


def environment_name(key: str) -> str:
    """The variable that sets a key."""
    return ENVIRONMENT_PREFIX + key.replace(".", "__").upper()


def _read_toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(
            [f"{path} cannot be read ({error.strerror}): correct --config or {CONFIG_VARIABLE}."]
        ) from None
    except ValueError as error:
        raise SettingsError([f"{path} is not valid TOML: {error}."]) from None


def _flat(values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{field}", inner) for field, inner in value.items())
        else:
            yield name, value
