"""Flattened pages: from lines to blocks."""

from worker.clean.characters import tidy_lines
from worker.clean.cleaned import Block, Cleaned, Line
from worker.clean.decide import main_text
from worker.clean.features import features
from worker.clean.joins import join
from worker.model import BoilerplateReason, Removed


def clean_text(content: str) -> Cleaned:
    """The blocks of a page that came as lines of text."""
    lines = join(tidy_lines(content))
    seen = features(lines)
    inside = main_text(seen)
    fates = [
        Line(text=line, reason=None if i in inside and not f.cue else f.cue or BoilerplateReason.OTHER)
        for i, (line, f) in enumerate(zip(lines, seen, strict=True))
    ]
    return Cleaned(
        blocks=tuple(Block(text=line.text) for line in fates if line.reason is None),
        removed=tuple(Removed(reason=line.reason, text=line.text) for line in fates if line.reason),
        lines=tuple(fates),
    )
