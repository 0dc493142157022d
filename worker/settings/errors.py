"""What is wrong with the settings, in sentences that mend."""

from collections.abc import Iterable


class SettingsError(Exception):
    """The settings cannot be used; `mistakes` names each mistake and what to do about it, and never a secret."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))
