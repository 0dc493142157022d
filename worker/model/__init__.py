"""What flows through the worker: frozen values, without behaviour and without I/O. Imports nothing of ours."""

from worker.model.annotation import Mention, Span
from worker.model.article import (
    Article,
    Author,
    AuthorKind,
    Dateline,
    Image,
    Language,
    Paragraph,
    ParagraphKind,
    Source,
)
from worker.model.boilerplate import BoilerplateReason, Removed
from worker.model.document import SCHEMA_VERSION, Document, Problem
from worker.model.outcome import (
    Enriched,
    Outcome,
    Rejected,
    RejectReason,
    Skipped,
    SkipReason,
    Stage,
)
from worker.model.raw import Form, RawArticle
from worker.model.record import Record
from worker.model.stopwatch import Stopwatch, no_stopwatch

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "Author",
    "AuthorKind",
    "BoilerplateReason",
    "Dateline",
    "Document",
    "Enriched",
    "Form",
    "Image",
    "Language",
    "Mention",
    "Outcome",
    "Paragraph",
    "ParagraphKind",
    "Problem",
    "RawArticle",
    "Record",
    "RejectReason",
    "Rejected",
    "Removed",
    "SkipReason",
    "Skipped",
    "Source",
    "Span",
    "Stage",
    "Stopwatch",
    "no_stopwatch",
]
