"""Which articles the language model can read."""

from collections.abc import Collection

from worker.model import Language

SURE = 0.9
SHORT_CHARACTERS = 200


def reads(languages: Collection[str], language: Language | None, characters: int) -> bool:
    """Whether to read an article with a model of `languages`.

    The benefit of the doubt goes to articles of unknown language, and to texts too short for an unsure detector.
    """
    if language is None or language.code in languages:
        return True
    return characters < SHORT_CHARACTERS and language.confidence < SURE
