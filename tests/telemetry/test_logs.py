import io
import json
import logging
from collections.abc import Iterator
from typing import Literal

import pytest
from pydantic import SecretStr

from worker.telemetry import configure_logs


@pytest.fixture(autouse=True)
def restored_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    logging.captureWarnings(capture=False)


def logged(form: Literal["json", "text"], message: str, *args: object, **extra: object) -> str:
    stream = io.StringIO()
    configure_logs("INFO", form, stream)
    logging.getLogger("worker.broker").warning(message, *args, extra=extra)
    return stream.getvalue()


def test_a_json_line_has_time_level_logger_message_and_the_extra_fields() -> None:
    line = logged("json", "Rejected %s", "it", topic="raw", partition=3, offset=17)
    entry = json.loads(line)
    assert line.count("\n") == 1
    assert entry.pop("time").endswith("Z")
    assert entry == {
        "level": "WARNING",
        "logger": "worker.broker",
        "message": "Rejected it",
        "topic": "raw",
        "partition": 3,
        "offset": 17,
    }


def test_the_text_form_has_the_same_in_a_line_for_people() -> None:
    assert logged("text", "Rejected", topic="raw", partition=3).endswith(
        "WARNING worker.broker Rejected (topic=raw partition=3)\n"
    )


@pytest.mark.parametrize("message", ["two\nlines", "half an emoji \ud83d", "\x00\x1b[31m", "ünïcode"])
def test_one_entry_is_one_line_whatever_it_holds(message: str) -> None:
    line = logged("json", message, number=2**70, raw=b"\xff", nested={"a": {1}})
    assert line.count("\n") == 1
    assert json.loads(line)["message"] == message


@pytest.mark.parametrize("form", ["json", "text"])
@pytest.mark.parametrize("field", ["sasl_password", "ssl_password", "api_token", "Secret"])
def test_a_field_named_like_a_secret_is_masked(form: Literal["json", "text"], field: str) -> None:
    assert "hunter2" not in logged(form, "Connecting", **{field: "hunter2"})


def test_a_secret_value_is_masked_whatever_its_name() -> None:
    assert "hunter2" not in logged("json", "Connecting as %s", SecretStr("hunter2"), given=SecretStr("hunter2"))


def test_an_exception_is_in_the_same_line() -> None:
    stream = io.StringIO()
    configure_logs("INFO", "json", stream)
    try:
        int("broken")
    except ValueError:
        logging.getLogger("worker").exception("Failed")
    entry = json.loads(stream.getvalue())
    assert "ValueError: invalid literal" in entry["exception"]


@pytest.mark.parametrize(("level", "heard"), [("INFO", False), ("DEBUG", True)])
def test_the_client_library_is_heard_only_when_asked_for(level: str, heard: bool) -> None:
    stream = io.StringIO()
    configure_logs(level, "json", stream)
    logging.getLogger("kafka.conn").info("connected")
    assert bool(stream.getvalue()) == heard


def test_the_client_library_never_logs_its_configuration_which_holds_the_password() -> None:
    stream = io.StringIO()
    configure_logs("DEBUG", "json", stream)
    logging.getLogger("kafka.admin.client").debug("Starting with configuration: %s", {"sasl_plain_password": "x"})
    assert not stream.getvalue()


def test_configuring_twice_does_not_log_twice() -> None:
    stream = io.StringIO()
    configure_logs("INFO", "json", stream)
    configure_logs("INFO", "json", stream)
    logging.getLogger("worker").info("once")
    assert stream.getvalue().count("\n") == 1
