"""Reading a batch of texts."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc


def read(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """One Doc a text, read as one batch; call it within `nlp.memory_zone()`, outside of which they are invalid."""
    return list(nlp.pipe(texts, batch_size=max(1, len(texts))))


def cut(text: str, max_characters: int) -> str:
    """The text's first `max_characters` at most, ended at a paragraph, else at a space, where one is near enough."""
    if len(text) <= max_characters:
        return text
    least = max_characters // 2
    for separator in ("\n\n", "\n", " "):
        if (end := text.rfind(separator, least, max_characters + 1)) > 0:
            return text[:end]
    return text[:max_characters]
