"""A reader for each language: its pipeline where there is one, a splitter of words where there is none."""

from worker.model import Article
from worker.nlp import load, reads, tokenizer
from worker.settings import Nlp, routes
from worker.steps.reader import Reader
from worker.steps.step import Step


class Readers:
    """The pipelines of the settings, all loaded at once; raises NlpError where one of them cannot be.

    Splitters of words are made when the first article in their language comes.
    """

    def __init__(self, settings: Nlp, steps: tuple[Step, ...]) -> None:
        self._settings = settings
        self._steps = steps
        self._routed = self._load()
        self._foreign: dict[str, Reader] = {}
        self._first = self._routed[settings.languages[0]]

    def of(self, article: Article) -> Reader:
        """The one for the article's language; that of the first language where it is unknown or too short to tell."""
        language = article.language
        if language is None:
            return self._first
        if reads(self._routed, language, len(article.text)):
            return self._routed.get(language.code, self._first)
        if language.code not in self._foreign:
            self._foreign[language.code] = self._splitter(language.code)
        return self._foreign[language.code]

    def _load(self) -> dict[str, Reader]:
        """One reader a language; languages that share a pipeline share the loaded one."""
        models, found, loaded = routes(self._settings), {}, {}
        for model in dict.fromkeys(models.values()):
            codes = [code for code in models if models[code] == model]
            pipes = frozenset[str]().union(*(step.pipes for code in codes for step in self._reading(code)))
            loaded[model] = load(self._settings, pipes, codes[0])
        for code, model in models.items():
            found[code] = Reader(loaded[model], self._reading(code), self._settings.max_characters)
        return found

    def _splitter(self, code: str) -> Reader:
        wanted = self._reading(code)
        steps = tuple(step for step in wanted if not step.pipes)
        unread = code if len(steps) < len(wanted) else None
        return Reader(tokenizer(code), steps, self._settings.max_characters, unread=unread)

    def _reading(self, code: str) -> tuple[Step, ...]:
        """The steps that know the language."""
        return tuple(step for step in self._steps if step.languages is None or code in step.languages)
