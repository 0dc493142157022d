"""spaCy's memory zone, for one article."""

from collections.abc import Iterator
from contextlib import contextmanager

from spacy.language import Language


@contextmanager
def zone(nlp: Language) -> Iterator[None]:
    """What is read inside is forgotten at its end, a Doc too; without it the vocabulary grows with every new word.

    spaCy 3.8.7 never ends a zone that an exception leaves, and then no other can begin: the exception waits outside.
    """
    failed: Exception | None = None
    with nlp.memory_zone():
        try:
            yield
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again below
            failed = error
    if failed is not None:
        raise failed
