"""How the worker proves who it is to the brokers, and how they prove themselves."""

from collections.abc import Iterator
from pathlib import Path

from worker.settings.errors import SettingsError
from worker.settings.sections import Kafka, Settings


def sasl_password(kafka: Kafka) -> str | None:
    """The SASL password from the setting, else from its file without one line end after it; None where none is given.

    Raises `SettingsError` where the file cannot be read. The only place where the secret is plain.
    """
    if kafka.sasl_password is not None:
        return kafka.sasl_password.get_secret_value()
    if kafka.sasl_password_file is None:
        return None
    try:
        text = kafka.sasl_password_file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([_unreadable("sasl_password_file", kafka.sasl_password_file, error)]) from None
    return text.removesuffix("\n").removesuffix("\r")


def check_sasl(settings: Settings) -> Iterator[str]:
    """That there is one password and a name where SASL is on, and none where it is off."""
    kafka = settings.kafka
    given = [
        field for field in ("sasl_username", "sasl_password", "sasl_password_file") if getattr(kafka, field) is not None
    ]
    if not kafka.security_protocol.startswith("SASL"):
        for field in given:
            yield (
                f"kafka.{field} has no effect with kafka.security_protocol {kafka.security_protocol}: "
                "set that to SASL_SSL (or SASL_PLAINTEXT), or take the field away."
            )
        return
    if "sasl_username" not in given:
        yield f"kafka.sasl_username is missing, which kafka.security_protocol {kafka.security_protocol} asks for."
    if len(given) - ("sasl_username" in given) == 0:
        yield (
            f"kafka.security_protocol {kafka.security_protocol} asks for a password: set kafka.sasl_password_file, "
            "or NEWS_WORKER__KAFKA__SASL_PASSWORD."
        )
    yield from _check_password(kafka)


def _check_password(kafka: Kafka) -> Iterator[str]:
    if kafka.sasl_password is not None and kafka.sasl_password_file is not None:
        yield "kafka.sasl_password and kafka.sasl_password_file are both given: take one of them away."
    try:
        empty = sasl_password(kafka) == ""
    except SettingsError as error:
        yield from error.mistakes
    else:
        if empty:
            yield "The SASL password is empty: put it into kafka.sasl_password_file."


def check_tls(settings: Settings) -> Iterator[str]:
    """That the files are there and readable, and that TLS is on where they are given."""
    kafka = settings.kafka
    for field in ("ssl_cafile", "ssl_certfile", "ssl_keyfile"):
        path: Path | None = getattr(kafka, field)
        if path is None:
            continue
        if not kafka.security_protocol.endswith("SSL"):
            yield (
                f"kafka.{field} has no effect with kafka.security_protocol {kafka.security_protocol}: "
                "set that to SSL or SASL_SSL, or take the field away."
            )
        try:
            path.open("rb").close()
        except OSError as error:
            yield _unreadable(field, path, error)
    if kafka.ssl_keyfile and not kafka.ssl_certfile:
        yield "kafka.ssl_keyfile is given without kafka.ssl_certfile, whose key it is: give both."
    if kafka.ssl_password and not (kafka.ssl_keyfile or kafka.ssl_certfile):
        yield "kafka.ssl_password is given without kafka.ssl_keyfile, which it opens: give both."


def _unreadable(field: str, path: Path, error: Exception) -> str:
    why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
    return f"kafka.{field}: {path} cannot be read ({why}): correct the path or the file's permissions."
