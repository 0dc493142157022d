"""What parent and child say to each other. A child answers in the order in which it was given work."""

from collections.abc import Mapping
from dataclasses import dataclass

from worker.model import Outcome, Record, Stage
from worker.service.processor import MakePipeline
from worker.settings import Settings


@dataclass(frozen=True, slots=True)
class Start:
    """To the child, first: what to load. `make_pipeline` is picklable, None the real one."""

    settings: Settings
    make_pipeline: MakePipeline | None


@dataclass(frozen=True, slots=True)
class Ready:
    """From the child: the language model is loaded."""


@dataclass(frozen=True, slots=True)
class Work:
    """To the child: records to process together."""

    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Started:
    """From the child: from now on the first chunk in its hand is to blame for what happens to it."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """Something that the child would have logged; the parent does it."""

    logger: str
    level: int
    message: str


@dataclass(frozen=True, slots=True)
class Finished:
    """From the child: one outcome a record, in their order, and how long each record was in each stage."""

    outcomes: tuple[Outcome, ...]
    seconds: Mapping[Stage, tuple[float, ...]]
    lines: tuple[LogLine, ...] = ()


@dataclass(frozen=True, slots=True)
class LastWords:
    """From the child, before it ends: why it cannot go on."""

    sentence: str
