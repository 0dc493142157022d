"""A quotation that is being put together."""

from dataclasses import dataclass


@dataclass(slots=True)
class Draft:
    """Its pieces and its cue are places in the text; its speaker is the token at the head of the speaker's phrase."""

    pieces: list[tuple[int, int]]
    cue: tuple[int, int] | None = None
    speaker: int | None = None

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.pieces[-1][1]

    @property
    def cue_start(self) -> int:
        """Where the cue stands; before everything where there is none."""
        return self.cue[0] if self.cue else -1
