"""What a child has to say to people; its parent, whose logs are configured, says it."""

import logging

from worker.service.messages import LogLine

MOST_LINES = 20
MOST_CHARACTERS = 4000


class Diary(logging.Handler):
    """Keeps the warnings and errors of our own code between two chunks; those of libraries, one a page, are dropped."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[LogLine] = []
        logging.captureWarnings(capture=True)
        logging.getLogger().addHandler(logging.NullHandler())
        for name in ("worker", "py.warnings"):
            logging.getLogger(name).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the line, up to a number that no page can exceed."""
        if len(self._lines) < MOST_LINES:
            self._lines.append(LogLine(record.name, record.levelno, self.format(record)[:MOST_CHARACTERS]))

    def tear(self) -> tuple[LogLine, ...]:
        """What was kept since the last time."""
        lines, self._lines = tuple(self._lines), []
        return lines
