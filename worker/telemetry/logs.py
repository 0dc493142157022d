"""Logs: one JSON object a line for machines, or lines for people. Normal operation logs nothing per record."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Literal, TextIO

import orjson

STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
SECRET = ("password", "secret", "token", "credential")
CHATTY = ("kafka", "charset_normalizer")
"""Libraries whose INFO is our DEBUG. Their DEBUG is never shown: kafka-python writes the SASL password there."""


def configure(level: str, form: Literal["json", "text"], stream: TextIO | None = None) -> None:
    """Make the root logger write to `stream` (stderr), once: what was configured before is replaced."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    quiet = logging.INFO if level == "DEBUG" else logging.WARNING
    for name in CHATTY:
        logging.getLogger(name).setLevel(quiet)


class JsonFormatter(logging.Formatter):
    """Time, level, logger, message, the fields given by `extra`, and the exception where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever the message holds."""
        entry: dict[str, object] = {
            "time": _time(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **extras(record),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        try:
            return orjson.dumps(entry, default=str, option=orjson.OPT_NON_STR_KEYS).decode()
        except TypeError:  # a lone surrogate of a page, or an integer beyond 64 bits
            return json.dumps(entry, default=str)


class TextFormatter(logging.Formatter):
    """The same for people: `12:00:01.234 INFO    worker.app Message (topic=a partition=3)`."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the traceback where there is an exception."""
        fields = " ".join(f"{name}={value}" for name, value in extras(record).items())
        line = f"{_time(record)[11:23]} {record.levelname:<7} {record.name} {record.getMessage()}"
        line += f" ({fields})" if fields else ""
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def extras(record: logging.LogRecord) -> dict[str, object]:
    """The fields that a call gave by `extra`; what is named like a secret is masked."""
    fields = {name: value for name, value in vars(record).items() if name not in STANDARD}
    return {name: "**********" if any(word in name.lower() for word in SECRET) else fields[name] for name in fields}


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
