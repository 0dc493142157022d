"""The three fates of a record; each record meets exactly one."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where in the straight line a record was rejected; also the label of the stage metrics."""

    DECODE = "decode"
    CLEAN = "clean"
    EXTRACT = "extract"
    ANNOTATE = "annotate"
    STEPS = "steps"
    ENCODE = "encode"
    PROCESS = "process"
    """Outside the line: the child process died of the record, or took too long over it."""


class SkipReason(StrEnum):
    """Why a record is no article. A skip is a value, not an error."""

    EMPTY = "empty"
    TOO_SHORT = "too-short"
    NOT_FOUND = "not-found"
    """The page says that there is nothing at its address."""


class RejectReason(StrEnum):
    """Why a record cannot be processed. It goes to the dead letters."""

    UNDECODABLE = "undecodable"
    UNKNOWN_CONTENT_TYPE = "unknown-content-type"
    UNKNOWN_CONTENT_ENCODING = "unknown-content-encoding"
    INVALID_ENVELOPE = "invalid-envelope"
    TOO_LARGE = "too-large"
    ERROR = "error"
    TIMEOUT = "timeout"
    CRASH = "crash"
    OUT_OF_MEMORY = "out-of-memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enriched:
    """A published article: its id and the JSON document, encoded.

    `failed_steps` names the enrichments that failed and whose sections are absent; they are counted. So is `unread`,
    the article's language where no pipeline reads it and the sections that need one are absent.
    """

    id: str
    document: bytes
    failed_steps: tuple[str, ...] = ()
    unread: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Read, and not an article. `id` is absent where the record did not get as far as having one."""

    reason: SkipReason
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Could not be processed. `detail` is for people, in the dead letter's header and the log; never a label."""

    stage: Stage
    reason: RejectReason
    detail: str
    id: str | None = None


Outcome = Enriched | Skipped | Rejected
