"""A language model with the enrichments that it serves."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from worker.model import Article, Document, Problem, Stage, Stopwatch, no_stopwatch
from worker.nlp import cut, read, zone
from worker.steps.step import Reading, Step


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles with one language model and runs the steps on what it read.

    `unread` is the articles' language where no pipeline reads it, so that sections are absent; it is counted.
    """

    nlp: Language
    steps: tuple[Step, ...]
    max_characters: int
    unread: str | None = None

    def enrich(self, article: Article, stopwatch: Stopwatch = no_stopwatch) -> Document:
        """The article with its sections; raises what the language model raises."""
        with zone(self.nlp):
            with stopwatch(Stage.ANNOTATE):
                doc = read(self.nlp, cut(article.text, self.max_characters))
            with stopwatch(Stage.STEPS):
                return run(self.steps, article, doc)


def run(steps: Iterable[Step], article: Article, doc: Doc) -> Document:
    """The article with a section for each step; a step that raises costs its own section and is named in `problems`."""
    sections: dict[str, object] = {}
    problems: list[Problem] = []
    for step in steps:
        try:
            reading = Reading(doc, article, dict(sections))
            if step.prepare is not None:
                step.prepare(reading)
            section = step.make(reading)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong in an enrichment, the article is published
            problems.append(Problem(step=step.name, error=type(error).__name__))
        else:
            if section is not None:
                sections[step.name] = section
    return Document(article=article, sections=sections, problems=tuple(problems))
